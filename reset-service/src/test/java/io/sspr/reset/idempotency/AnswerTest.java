package io.sspr.reset.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isReadAsItWasWritten_R_FLW_34() {
        byte[] body = "{\"name\":\"ユキ\"}".getBytes(StandardCharsets.UTF_8);
        Answer answer = new Answer(201, Map.of("Location", "/api/v1/resets/1"), body);

        Answer read = Answer.read(answer.write(JSON), JSON);

        assertThat(read.status()).isEqualTo(201);
        assertThat(read.headers()).containsExactly(Map.entry("Location", "/api/v1/resets/1"));
        assertThat(read.body()).isEqualTo(body);
    }

    @Test
    void mayHaveNoBody_R_FLW_34() {
        Answer read = Answer.read(new Answer(204, Map.of(), null).write(JSON), JSON);

        assertThat(read.status()).isEqualTo(204);
        assertThat(read.body()).isNull();
    }
}
