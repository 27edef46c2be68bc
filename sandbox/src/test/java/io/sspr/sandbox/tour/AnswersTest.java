package io.sspr.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Answers ANSWERS = new Answers(Map.of("pet", "Bello", "city", "Kyoto", "hero", "Momo"));

    @Test
    void answerWhatIsAskedAndNothingElse_R_SQ_06() throws IOException {
        assertThat(ANSWERS.to(challenge())).isEqualTo(Map.of("city", "Kyoto", "pet", "Bello"));
    }

    @Test
    void canBeWrongInOnePlace() throws IOException {
        Map<String, String> given = ANSWERS.oneWrongTo(challenge());

        assertThat(given).containsOnlyKeys("city", "pet");
        assertThat(given.entrySet())
                .filteredOn(row -> !row.getValue().equals(ANSWERS.byQuestion().get(row.getKey())))
                .hasSize(1);
    }

    @Test
    void doNotPrint() {
        assertThat(ANSWERS.toString()).doesNotContain("Bello", "Kyoto", "Momo");
    }

    private static JsonNode challenge() throws IOException {
        return Http.JSON.readTree("""
                {"id": "1", "questions": [{"key": "city", "text": "Where?"}, {"key": "pet", "text": "Who?"}]}
                """);
    }
}
