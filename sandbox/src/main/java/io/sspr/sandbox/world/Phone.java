package io.sspr.sandbox.world;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** All phones of the demo: the last 2,000 text messages, oldest first. Thread-safe. */
public final class Phone {
    private static final int CAPACITY = 2_000;
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final String UNREACHABLE_ENDING = "0000";

    private final Latest<TextMessage> messages = new Latest<>(CAPACITY);
    private final Clock clock;

    Phone(Clock clock) {
        this.clock = clock;
    }

    /** What became of a message. */
    enum Delivery {
        DELIVERED,
        MALFORMED,
        /** The carrier of numbers ending in 0000 never answers. */
        UNREACHABLE
    }

    Delivery receive(String to, String text) {
        if (!NUMBER.matcher(to).matches() || text.isBlank()) {
            return Delivery.MALFORMED;
        }
        if (to.endsWith(UNREACHABLE_ENDING)) {
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
        String digits = digits(number);
        return messages.all().stream()
                .filter(message -> digits(message.to()).equals(digits))
                .toList();
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
