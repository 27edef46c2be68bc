package io.sspr.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** The last six digits of the vectors in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheStandard_R_APP_02(long second, String code) {
        assertThat(Totp.of(SECRET).at(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", SECRET + "===="})
    void readsTheSecretHoweverItIsWritten(String secret) {
        assertThat(Totp.of(secret).at(Instant.ofEpochSecond(59))).isEqualTo("287082");
    }

    @Test
    void codeLivesForThirtySeconds_R_APP_02() {
        Totp totp = Totp.of(SECRET);

        assertThat(totp.at(Instant.ofEpochSecond(30))).isEqualTo(totp.at(Instant.ofEpochSecond(59)));
        assertThat(totp.at(Instant.ofEpochSecond(29))).isNotEqualTo(totp.at(Instant.ofEpochSecond(30)));
    }
}
