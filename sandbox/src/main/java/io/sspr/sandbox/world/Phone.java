package io.sspr.sandbox.world;

import java.time.Clock;
import java.util.List;

/** All phones of the demo: the last 2,000 text messages, oldest first. Thread-safe. */
public final class Phone {
    private static final int CAPACITY = 2_000;

    private final Latest<TextMessage> messages = new Latest<>(CAPACITY);
    private final Clock clock;

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
        messages.add(new TextMessage(to, text, clock.instant()));
        return Delivery.DELIVERED;
    }

    public List<TextMessage> messages() {
        return messages.all();
    }

    /** Those for one number; only its digits are compared. */
    public List<TextMessage> messagesTo(String number) {
        return messages.all().stream()
                .filter(message -> PhoneNumber.same(message.to(), number))
                .toList();
    }
}
