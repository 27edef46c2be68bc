package io.sspr.notification;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock of the service. */
final class NotificationClock {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
