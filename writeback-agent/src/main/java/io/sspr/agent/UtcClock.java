package io.sspr.agent;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock of this service; tests bring their own. */
class UtcClock {
    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
