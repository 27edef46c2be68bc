package io.sspr.sandbox.world;

import java.time.Instant;

/**
 * One SMS as the phone shows it. Its text may be a code, so it does not print.
 *
 * @param to international number without spaces, such as +819012345678
 */
public record TextMessage(String to, String text, Instant at) {
    @Override
    public String toString() {
        return "text message at " + at;
    }
}
