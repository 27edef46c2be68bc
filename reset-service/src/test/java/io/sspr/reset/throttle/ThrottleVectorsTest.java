package io.sspr.reset.throttle;

import static io.sspr.reset.throttle.Limit.PHONE;
import static io.sspr.reset.throttle.Trial.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts, from when, and until when. */
class ThrottleVectorsTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final Trial trial = new Trial();

    @Test
    void blocksFromTheFifthFailureForADay_R_THR_08() {
        for (int minute : new int[] {0, 10, 20, 30}) {
            assertThat(trial.at(minute).fails(PHONE)).isFalse();
        }

        assertThat(trial.at(40).fails(PHONE)).isTrue();
        assertThat(trial.at(40).isBlocked()).isTrue();
        assertThat(trial.at(minute(40).plus(DAY).minusNanos(1000)).isBlocked()).isTrue();
        assertThat(trial.at(minute(40).plus(DAY)).isBlocked()).isFalse();
    }

    @Test
    void fiveFailuresThatNoWindowHoldsDoNotBlock_R_THR_08() {
        for (int minute : new int[] {0, 20, 40, 55, 61}) {
            assertThat(trial.at(minute).fails(PHONE)).isFalse();
        }

        assertThat(trial.throttle.standing(trial.subject.key()).attempts()).isEqualTo(Map.of(PHONE, 4));
    }

    @Test
    void failureOfExactlyAnHourAgoCountsNoMore_R_THR_08() {
        for (int minute : new int[] {0, 20, 40, 55, 60}) {
            assertThat(trial.at(minute).fails(PHONE)).isFalse();
        }
        Trial shorter = new Trial();
        for (int minute : new int[] {0, 20, 40, 55}) {
            assertThat(shorter.at(minute).fails(PHONE)).isFalse();
        }

        assertThat(shorter.at(minute(60).minusNanos(1000)).fails(PHONE)).isTrue();
    }

    @Test
    void successBetweenFourFailuresAndFourPreventsTheBlock_R_THR_06_R_THR_08() {
        for (int minute = 0; minute < 4; minute++) {
            assertThat(trial.at(minute).fails(PHONE)).isFalse();
        }
        trial.at(5).succeeds();

        for (int minute = 6; minute < 10; minute++) {
            assertThat(trial.at(minute).fails(PHONE)).isFalse();
        }
    }

    @Test
    void codeOfTheFifthMessageMayBeRight_R_THR_08() {
        sendFiveMessages();

        assertThat(trial.isBlocked()).isFalse();
        trial.succeeds();
        assertThat(trial.dispatches(PHONE)).isTrue();
    }

    @Test
    void codeOfTheFifthMessageMayBeTriedOnce_R_THR_08() {
        sendFiveMessages();

        assertThat(trial.at(5).fails(PHONE)).isTrue();
        assertThat(trial.blockedUntil()).isEqualTo(minute(5).plus(DAY));
    }

    @Test
    void sixthMessageIsNotSentAndBlocks_R_THR_08() {
        sendFiveMessages();

        assertThat(trial.at(5).dispatches(PHONE)).isFalse();
        assertThat(trial.blockedUntil()).isEqualTo(minute(5).plus(DAY));
    }

    private void sendFiveMessages() {
        for (int minute = 0; minute < 5; minute++) {
            assertThat(trial.at(minute).dispatches(PHONE)).isTrue();
        }
    }
}
