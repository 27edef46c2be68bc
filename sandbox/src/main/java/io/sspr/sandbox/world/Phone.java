package io.sspr.sandbox.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All phones of the demo: the last 2,000 text messages, in the order in which they were sent. Thread-safe. */
public final class Phone {
    private static final int CAPACITY = 2_000;

    private final Latest<TextMessage> messages = new Latest<>(CAPACITY);
    private final Clock clock;
    private volatile Duration delay = Duration.ZERO;

    Phone(Clock clock) {
        this.clock = clock;
    }

    Delivery receive(String to, String text) {
        if (!PhoneNumber.isDialled(to) || text.isBlank()) {
            return Delivery.MALFORMED;
        }
        if (Delivery.isUnreachable(to)) {
            return Delivery.UNREACHABLE;
        }
        messages.add(new TextMessage(to, text, clock.instant().plus(delay)));
        return Delivery.DELIVERED;
    }

    /** From now on the carrier takes messages at once, and brings them that much later. */
    void delay(Duration delivery) {
        delay = delivery;
    }

    /** Those that have arrived. */
    public List<TextMessage> messages() {
        Instant now = clock.instant();
        return messages.all().stream()
                .filter(message -> !message.at().isAfter(now))
                .toList();
    }

    /** Those for one number; only its digits are compared. */
    public List<TextMessage> messagesTo(String number) {
        return messages().stream()
                .filter(message -> PhoneNumber.same(message.to(), number))
                .toList();
    }
}
