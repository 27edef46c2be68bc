package io.sspr.reset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenSecondsTest {
    private static final Instant SENT = Instant.parse("2026-05-01T03:04:05Z");

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "999, 10", "1000, 9", "9000, 1", "9999, 1", "10000, 0", "600000, 0", "-5000, 10"})
    void theWayOutIsHiddenForWhatIsLeftOfTenSeconds_R_FLW_30(long millisSince, long left) {
        assertThat(TenSeconds.leftOf(SENT, SENT.plusMillis(millisSince))).isEqualTo(left);
    }
}
