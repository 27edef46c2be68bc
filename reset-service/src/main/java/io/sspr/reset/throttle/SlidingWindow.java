package io.sspr.reset.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The attempts of one subject in one bucket, and what one more of them means. An attempt exactly as old as the window is long counts no more.
 * Source: R-THR-08.
 *
 * @param limit how many are too many
 * @param attempts when they were made, in any order
 */
record SlidingWindow(int limit, Duration length, List<Instant> attempts) {

    /**
     * @param counts whether the attempt takes place; a refused one is not counted
     * @param blockedFrom the attempt from which the block runs; empty if the subject may go on
     */
    record Decision(boolean counts, Optional<Instant> blockedFrom) {
        private static final Decision GO_ON = new Decision(true, Optional.empty());
    }

    /** Those that count at this time. Later ones count as well: the clocks of two replicas may differ. */
    int countAt(Instant now) {
        return (int)
                attempts.stream().filter(at -> at.isAfter(now.minus(length))).count();
    }

    /** Something failed. If that reaches the limit, it was the last. */
    Decision failure(Instant now) {
        return countAt(now) + 1 < limit ? Decision.GO_ON : new Decision(true, Optional.of(now));
    }

    /** Something is to be sent whose success shows later. The one that reaches the limit still is; another one is not, and blocks. */
    Decision dispatch(Instant now) {
        return countAt(now) < limit ? Decision.GO_ON : new Decision(false, Optional.of(now));
    }

    /** A reset is to begin. One beyond the limit never becomes an attempt, so the wait runs from the last that did. Source: R-THR-11. */
    Decision beginning(Instant now) {
        return countAt(now) < limit
                ? Decision.GO_ON
                : new Decision(false, attempts.stream().max(Comparator.naturalOrder()));
    }

    /** A reset that began then has ended without success. Whether that was one too many depends on those before it, not on those still open. */
    boolean isFullBy(Instant startedAt) {
        List<Instant> until =
                attempts.stream().filter(at -> !at.isAfter(startedAt)).toList();
        return new SlidingWindow(limit, length, until).countAt(startedAt) >= limit;
    }
}
