package io.sspr.reset.it;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock, which a test can move on, so that nobody has to wait for something to expire. */
@Alternative
@Priority(1)
@Singleton
public class MovedClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    public void moveOn(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Back to the time of the machine. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("the service speaks UTC only");
    }
}
