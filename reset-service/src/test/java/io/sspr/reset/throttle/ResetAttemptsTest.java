package io.sspr.reset.throttle;

import static io.sspr.reset.throttle.Limit.RESET;
import static io.sspr.reset.throttle.Trial.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole resets as attempts. */
class ResetAttemptsTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final Trial trial = new Trial();

    @Test
    void sixthResetWithinAnHourIsRefused_R_THR_03() {
        int begun =
                (int) IntStream.range(0, 10).filter(i -> trial.at(i).begins()).count();

        assertThat(begun).isEqualTo(5);
    }

    @Test
    void resetThatSucceedsIsNoAttempt_R_THR_11() {
        for (int i = 0; i < 20; i++) {
            assertThat(trial.at(i).begins()).isTrue();
            trial.succeeds();
        }
    }

    @Test
    void fifthResetThatEndsWithoutSuccessBlocksFromItsBeginning_R_THR_11() {
        for (int minute = 0; minute < 5; minute++) {
            assertThat(trial.at(minute).begins()).isTrue();
            trial.ends(minute(minute));
        }

        assertThat(trial.isBlocked()).isTrue();
        assertThat(trial.blockedUntil()).isEqualTo(minute(4).plus(DAY));
    }

    @Test
    void fifthResetMayEndAfterTheFirstLeftTheWindow_R_THR_11() {
        for (int minute : new int[] {0, 10, 20, 30, 58}) {
            assertThat(trial.at(minute).begins()).isTrue();
        }

        trial.at(73).ends(minute(58));

        assertThat(trial.blockedUntil()).isEqualTo(minute(58).plus(DAY));
    }

    @Test
    void resetIsKnownByTheTimeThatTheDatabaseKeptOfItsBeginning_R_THR_11() {
        Instant written = minute(4).plusNanos(123_456_400);
        Instant read = minute(4).plusNanos(123_456_000);
        for (int minute = 0; minute < 4; minute++) {
            trial.at(minute).begins();
        }
        trial.at(written).begins();

        trial.at(15).ends(read);

        assertThat(trial.blockedUntil()).isEqualTo(read.plus(DAY));
    }

    @Test
    void endOfAnEarlierResetDoesNotSpoilTheFifth_R_THR_11() {
        for (int minute = 0; minute < 5; minute++) {
            trial.at(minute).begins();
        }

        trial.at(15).ends(minute(0));

        assertThat(trial.isBlocked()).isFalse();
    }

    @Test
    void waitAfterASixthResetRunsFromTheFifth_R_THR_11() {
        for (int minute = 0; minute < 5; minute++) {
            trial.at(minute).begins();
        }

        assertThat(trial.at(30).begins()).isFalse();

        assertThat(trial.blockedUntil()).isEqualTo(minute(4).plus(DAY));
    }

    /** Whoever probes names sees the same refusals at the same times, whether a reset follows or not. */
    @Test
    void nameWithoutAnAccountIsBlockedAsAnAccountIs_R_THR_03_R_THR_11() {
        Trial unknown = new Trial(Trial.NAME, Map.of());
        for (int minute = 0; minute < 5; minute++) {
            assertThat(trial.at(minute).begins()).isTrue();
            assertThat(unknown.at(minute).isBlocked()).isFalse();
            unknown.fails(RESET);
        }

        assertThat(trial.at(5).begins()).isFalse();
        assertThat(unknown.at(5).isBlocked()).isTrue();
        assertThat(unknown.blockedUntil()).isEqualTo(trial.blockedUntil());
    }
}
