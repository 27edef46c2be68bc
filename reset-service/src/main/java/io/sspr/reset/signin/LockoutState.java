package io.sspr.reset.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often somebody failed to sign in since the last success. Immutable. Source: R-LOK-01, R-LOK-02.
 *
 * @param failures in a row; repetitions of the same wrong password count once
 * @param lockedUntil the end of the last lock; null if there was none
 * @param badMarks marks of the last wrong passwords, the newest first
 */
record LockoutState(int failures, Instant lockedUntil, List<String> badMarks) {
    static final LockoutState NONE = new LockoutState(0, null, List.of());

    private static final int REMEMBERED = 3;

    boolean isLockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Whether a password is one of the last wrong ones: trying it again is no new guess. Null marks nothing. */
    boolean isRepetition(String mark) {
        return mark != null && badMarks.contains(mark);
    }

    /** After one more failure: locked from the threshold on, and again with each that comes after a lock is over. */
    LockoutState next(LockoutRules rules, Instant now) {
        Duration lock = rules.lockAfter(failures + 1);
        return new LockoutState(failures + 1, lock.isZero() ? null : now.plus(lock), badMarks);
    }

    /** Without the failure that locked until {@code lock}, or that did not lock if null: what it was counted for was never judged. */
    LockoutState takenBack(Instant lock) {
        boolean isItsLock = lock != null && lock.equals(lockedUntil);
        return new LockoutState(Math.max(0, failures - 1), isItsLock ? null : lockedUntil, badMarks);
    }

    LockoutState remembering(String mark) {
        List<String> newest = Stream.concat(Stream.of(mark), badMarks.stream())
                .distinct()
                .limit(REMEMBERED)
                .toList();
        return new LockoutState(failures, lockedUntil, newest);
    }
}
