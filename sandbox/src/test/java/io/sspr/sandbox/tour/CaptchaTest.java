package io.sspr.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CaptchaTest {
    /** SHA-256 of {@code abc&42}. */
    private static final String CHALLENGE = "0da9236cd67ba6349bfabc8ed8046619d37886c5c2556ee02c844d2aedbfcc56";

    @Test
    void findsTheNumberAndSendsTheChallengeBack_R_CHK_00() throws IOException {
        JsonNode solution = Http.JSON.readTree(Base64.getDecoder().decode(Captcha.solve(puzzle(42))));

        assertThat(solution.path("number").asInt()).isEqualTo(42);
        assertThat(solution.path("challenge").asText()).isEqualTo(CHALLENGE);
        assertThat(solution.path("salt").asText()).isEqualTo("abc&");
        assertThat(solution.path("algorithm").asText()).isEqualTo("SHA-256");
        assertThat(solution.path("signature").asText()).isEqualTo("signed");
    }

    @Test
    void givesUpAfterTheGreatestNumber() throws IOException {
        JsonNode tooHard = puzzle(41);

        assertThatIllegalArgumentException().isThrownBy(() -> Captcha.solve(tooHard));
    }

    private static JsonNode puzzle(int most) throws IOException {
        return Http.JSON.readTree("""
                {"algorithm": "SHA-256", "challenge": "%s", "maxnumber": %d, "salt": "abc&", "signature": "signed"}
                """.formatted(CHALLENGE, most));
    }
}
