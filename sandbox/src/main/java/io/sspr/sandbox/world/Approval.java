package io.sspr.sandbox.world;

import java.time.Instant;

/**
 * One push notification that asks for a yes.
 *
 * @param id the sender's; it is shown once however often the id is handed over
 * @param device the id of the device that shows it
 */
public record Approval(String id, String device, String text, String language, Instant at, State state) {
    /** What has become of it. */
    public enum State {
        PENDING,
        APPROVED,
        DENIED
    }

    Approval with(State next) {
        return new Approval(id, device, text, language, at, next);
    }
}
