package io.sspr.notification.delivery;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import io.sspr.notification.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Tries a bounded number of times, with growing pauses, and never once the message is of no use any more. */
@ApplicationScoped
public class TryToDeliver {
    private final NotificationConfig config;
    private final Clock clock;

    TryToDeliver(NotificationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Delivers and tells how it went.
     *
     * @param expiresAt from then on nobody can use the message
     * @param send one try
     */
    public DeliveryFact deliver(UUID id, Content content, Channel channel, Instant expiresAt, Supplier<Attempt> send) {
        Duration pause = config.delivery().pause();
        int attempts = 0;
        while (clock.instant().isBefore(expiresAt)) {
            attempts++;
            Attempt attempt = send.get();
            if (attempt == Attempt.ACCEPTED) {
                return new Delivered(id, content, channel, attempts);
            }
            if (attempt == Attempt.REJECTED) {
                return new DeliveryFailed(id, content, channel, attempts, Cause.REJECTED);
            }
            if (attempts >= config.delivery().attempts() || !waited(pause)) {
                return new DeliveryFailed(id, content, channel, attempts, Cause.UNREACHABLE);
            }
            pause = pause.multipliedBy(2);
        }
        return new DeliveryFailed(id, content, channel, attempts, Cause.EXPIRED);
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
