package io.sspr.reset.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.sspr.contract.seal.Secret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefuseNullCharactersTest {
    private final ObjectMapper json = new ObjectMapper();

    record Body(String text, List<String> list, Set<String> set, Secret secret) {}

    @BeforeEach
    void customize() {
        new RefuseNullCharacters().customize(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"s3cret\\u0000\"}",
                "{\"list\": [\"fine\", \"s3cret\\u0000\"]}",
                "{\"set\": [\"s3cret\\u0000\"]}"
            })
    void refusesANullCharacterAnywhereAndDoesNotRepeatTheText(String body) {
        assertThatThrownBy(() -> json.readValue(body, Body.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageNotContaining("s3cret");
    }

    /** A secret is only ever hashed, sealed or compared. */
    @Test
    void leavesSecretsAsTheyAre() throws JsonProcessingException {
        Body body = json.readValue("{\"secret\": \"x\\u0000\"}", Body.class);

        assertThat(body.secret()).isEqualTo(Secret.of("x\0"));
    }

    @Test
    void readsEveryOtherText() throws JsonProcessingException {
        Body body =
                json.readValue("{\"text\": null, \"list\": [\"\", \"\\u0001\", \"雪\"], \"secret\": \"x\"}", Body.class);

        assertThat(body.text()).isNull();
        assertThat(body.list()).containsExactly("", "\u0001", "雪");
        assertThat(body.secret()).isEqualTo(Secret.of("x"));
    }
}
