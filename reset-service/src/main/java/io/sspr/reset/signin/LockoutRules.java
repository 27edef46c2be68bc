package io.sspr.reset.signin;

import io.sspr.reset.directory.Tenant;
import java.time.Duration;
import java.util.Optional;

/**
 * When sign-in is locked, and for how long. With pass-through sign-in the directory counts as well: the threshold here has to be lower than the
 * directory's and the lock longer, or strangers lock the user out on-premises (R-LOK-06). Source: R-LOK-01, R-CFG-22.
 *
 * @param threshold the wrong password in a row that locks; at least 1
 * @param first how long the first lock lasts; each further one twice as long, up to an hour
 */
public record LockoutRules(int threshold, Duration first) {
    /** For names under no known domain. */
    static final LockoutRules DEFAULT = new LockoutRules(10, Duration.ofSeconds(60));

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    static LockoutRules of(Optional<Tenant> tenant) {
        return tenant.map(known -> known.policy().lockout())
                .map(lockout -> new LockoutRules(lockout.threshold(), Duration.ofSeconds(lockout.durationSec())))
                .orElse(DEFAULT);
    }

    /** How long the lock lasts that comes with this failure; zero if it does not lock. */
    Duration lockAfter(int failures) {
        if (failures < threshold) {
            return Duration.ZERO;
        }
        Duration doubled = first.multipliedBy(1L << Math.min(failures - threshold, MOST_DOUBLINGS));
        Duration longest = first.compareTo(LONGEST) > 0 ? first : LONGEST;
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
