package io.sspr.reset.throttle;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a subject stands right now.
 *
 * @param block empty if it may try
 * @param attempts how many count in each bucket's window; buckets without any are left out
 */
public record Standing(Optional<Block> block, Map<Limit, Integer> attempts) {

    /**
     * Nothing at all is possible for its subject, whichever bucket was full. Source: R-THR-10.
     *
     * @param until the first moment at which it is over
     * @param by the bucket that was full
     */
    public record Block(Instant until, Limit by) {
        boolean isOverAt(Instant now) {
            return !now.isBefore(until);
        }
    }
}
