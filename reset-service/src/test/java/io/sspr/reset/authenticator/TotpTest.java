package io.sspr.reset.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final long STEP = 37_037_036; // ends at 1111111110, and its code is 081804
    private static final String CODE = "081804";
    private static final Instant BEGIN = Instant.ofEpochSecond(STEP * 30);
    private static final long NONE = 0;

    /** The SHA-1 rows of RFC 6238, appendix B: a code of six digits is the end of one of eight. */
    @ParameterizedTest
    @CsvSource({
        "59,          94287082",
        "1111111109,  07081804",
        "1111111111,  14050471",
        "1234567890,  89005924",
        "2000000000,  69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfTheStandard_R_APP_02(long second, String eightDigits) {
        String code = eightDigits.substring(2);

        assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
        assertThat(Totp.acceptedStep(SECRET, code, Instant.ofEpochSecond(second), NONE))
                .hasValue(second / 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-30_000, -29_999, -1, 0, 29_999, 30_000, 59_999})
    void toleratesAClockThatIsOneStepOff_R_APP_02(long millisAfterBegin) {
        assertThat(accept(CODE, BEGIN.plusMillis(millisAfterBegin))).hasValue(STEP);
    }

    @ParameterizedTest
    @ValueSource(longs = {-30_001, -60_000, 60_000, 90_000, 3_600_000})
    void toleratesNoMore_R_APP_02(long millisAfterBegin) {
        assertThat(accept(CODE, BEGIN.plusMillis(millisAfterBegin))).isEmpty();
    }

    @Test
    void refusesAStepThatWasUsed_R_APP_02() {
        assertThat(Totp.acceptedStep(SECRET, CODE, BEGIN, STEP - 1)).hasValue(STEP);
        assertThat(Totp.acceptedStep(SECRET, CODE, BEGIN, STEP)).isEmpty();
    }

    @Test
    void refusesAStepBeforeTheUsedOne_R_APP_02() {
        String former = Totp.code(SECRET, STEP - 1);

        assertThat(Totp.acceptedStep(SECRET, former, BEGIN, STEP)).isEmpty();
    }

    @Test
    void acceptsTheStepAfterTheUsedOne_R_APP_02() {
        String next = Totp.code(SECRET, STEP + 1);

        assertThat(Totp.acceptedStep(SECRET, next, BEGIN, STEP)).hasValue(STEP + 1);
    }

    @Test
    void usesUpTheLaterOfTwoStepsWithOneCode_R_APP_02() {
        // Given
        long step = 910_737;
        String code = "911617";
        assertThat(Totp.code(SECRET, step)).isEqualTo(code);
        assertThat(Totp.code(SECRET, step + 1)).isEqualTo(code);
        Instant now = Instant.ofEpochSecond(step * 30);

        // When
        OptionalLong used = Totp.acceptedStep(SECRET, code, now, NONE);

        // Then
        assertThat(used).hasValue(step + 1);
        assertThat(Totp.acceptedStep(SECRET, code, now, used.getAsLong())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081804",
                " 081804",
                "081804\n",
                "081 804",
                "0 8 1 8 0 4",
                "０８１８０４",
                "０８１　８０４",
                "081\u00a0804",
                "081\u2009804"
            })
    void readsTheCodeHoweverItIsTyped_R_APP_02(String typed) {
        assertThat(accept(typed, BEGIN)).hasValue(STEP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "81804",
                "0818040",
                "7081804",
                "07081804",
                "081805",
                "+81804",
                "-81804",
                "08180a",
                "081-804",
                "०८१८०४",
                "O81804",
                "0x13f9c"
            })
    void refusesEverythingElse_R_APP_02(String typed) {
        assertThat(accept(typed, BEGIN)).isEmpty();
    }

    @Test
    void refusesACodeBuriedInAHugeText_R_APP_02() {
        assertThat(accept(" ".repeat(1_000_000) + CODE, BEGIN)).isEmpty();
        assertThat(accept(" ".repeat(32 - 6) + CODE, BEGIN)).hasValue(STEP);
    }

    @Test
    void refusesTheCodeOfAnotherSecret_R_APP_02() {
        byte[] other = "12345678901234567891".getBytes(StandardCharsets.US_ASCII);

        assertThat(Totp.acceptedStep(other, CODE, BEGIN, NONE)).isEmpty();
    }

    private static OptionalLong accept(String typed, Instant now) {
        return Totp.acceptedStep(SECRET, typed, now, NONE);
    }
}
