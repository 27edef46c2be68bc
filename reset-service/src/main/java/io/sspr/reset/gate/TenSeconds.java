package io.sspr.reset.gate;

import java.time.Duration;
import java.time.Instant;

/** How long a page waits for the phone, the mailbox or the app before it shows a way out. Source: R-FLW-30. */
public final class TenSeconds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TenSeconds() {}

    /** Whole seconds that are left, 1 to 10; 0 once the time is over, after which the way out stays. */
    public static long leftOf(Instant since, Instant now) {
        Duration left = Duration.between(now, since.plus(PATIENCE));
        return Math.min(PATIENCE.toSeconds(), Math.max(0, left.plusMillis(999).toSeconds()));
    }
}
