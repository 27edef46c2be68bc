package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockoutStateTest {
    private static final LockoutRules RULES = new LockoutRules(10, Duration.ofSeconds(60));
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    @Test
    void nineFailuresDoNotLock_R_LOK_01() {
        assertThat(after(9).isLockedAt(NOW)).isFalse();
        assertThat(after(9).lockedUntil()).isNull();
    }

    @Test
    void theTenthFailureLocksForSixtySeconds_R_LOK_01() {
        LockoutState locked = after(10);

        assertThat(locked.isLockedAt(NOW)).isTrue();
        assertThat(locked.isLockedAt(NOW.plusMillis(59_999))).isTrue();
        assertThat(locked.isLockedAt(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void everyFailureAfterALockIsOverLocksTwiceAsLong_R_LOK_01() {
        LockoutState state = after(10);
        Instant now = NOW;
        for (long seconds = 60; seconds <= 1920; seconds *= 2) {
            assertThat(Duration.between(now, state.lockedUntil())).isEqualTo(Duration.ofSeconds(seconds));
            now = state.lockedUntil();
            state = state.next(RULES, now);
        }
    }

    @Test
    void noLockIsLongerThanAnHour_R_LOK_01() {
        LockoutState state = after(10);
        Instant now = NOW;
        for (int i = 0; i < 100; i++) {
            now = state.lockedUntil();
            state = state.next(RULES, now);
        }

        assertThat(Duration.between(now, state.lockedUntil())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesThresholdAndDurationOfTheTenant_R_CFG_22() {
        LockoutRules strict = new LockoutRules(3, Duration.ofMinutes(5));
        LockoutState twice = LockoutState.NONE.next(strict, NOW).next(strict, NOW);

        assertThat(twice.isLockedAt(NOW)).isFalse();
        assertThat(twice.next(strict, NOW).lockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void aTenantMayLockForLongerThanAnHour_R_CFG_22() {
        LockoutRules long24 = new LockoutRules(1, Duration.ofHours(2));

        assertThat(long24.lockAfter(1)).isEqualTo(Duration.ofHours(2));
        assertThat(long24.lockAfter(50)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theLastThreeWrongPasswordsAreKnownAgain_R_LOK_02() {
        LockoutState state = LockoutState.NONE.remembering("a").remembering("b").remembering("c");

        assertThat(state.isRepetition("a")).isTrue();
        assertThat(state.isRepetition("b")).isTrue();
        assertThat(state.isRepetition("c")).isTrue();
        assertThat(state.isRepetition("d")).isFalse();
    }

    @Test
    void theFourthWrongPasswordReplacesTheOldest_R_LOK_02() {
        LockoutState state = LockoutState.NONE
                .remembering("a")
                .remembering("b")
                .remembering("c")
                .remembering("d");

        assertThat(state.isRepetition("a")).isFalse();
        assertThat(state.badMarks()).containsExactly("d", "c", "b");
    }

    @Test
    void aRepetitionPushesNoOtherOut_R_LOK_02() {
        LockoutState state = LockoutState.NONE
                .remembering("a")
                .remembering("b")
                .remembering("c")
                .remembering("a");

        assertThat(state.badMarks()).containsExactly("a", "c", "b");
    }

    @Test
    void nothingIsARepetitionWhereNothingIsRemembered_R_LOK_02() {
        assertThat(LockoutState.NONE.remembering("a").isRepetition(null)).isFalse();
    }

    @Test
    void takesAnUndecidedAttemptBackWithTheLockThatItSet() {
        LockoutState nine = after(9);
        LockoutState ten = nine.next(RULES, NOW);

        assertThat(ten.takenBack(ten.lockedUntil())).isEqualTo(nine);
    }

    @Test
    void leavesTheLockOfAnotherAttemptWhenOneIsTakenBack() {
        LockoutState locked = after(10);

        LockoutState without = locked.takenBack(null);

        assertThat(without.failures()).isEqualTo(9);
        assertThat(without.isLockedAt(NOW)).isTrue();
    }

    @Test
    void neverCountsBelowNothing() {
        assertThat(LockoutState.NONE.takenBack(null)).isEqualTo(LockoutState.NONE);
    }

    private static LockoutState after(int failures) {
        return IntStream.range(0, failures)
                .boxed()
                .reduce(LockoutState.NONE, (state, i) -> state.next(RULES, NOW), (a, b) -> b);
    }
}
