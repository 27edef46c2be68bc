package io.sspr.sandbox.world;

import java.time.Duration;
import java.time.Instant;

/**
 * One call to a phone. It rings for half a minute.
 *
 * @param id the caller's; it is called once however often the id is handed over
 * @param text what is said to whoever picks up
 */
public record Call(String id, String to, String text, String language, Instant at, State state) {
    private static final Duration RINGS_FOR = Duration.ofSeconds(30);
    private static final String NOBODY_THERE_ENDING = "0001";

    /** What has become of it. */
    public enum State {
        RINGING,
        /** The key # was pressed. */
        CONFIRMED,
        /** The person hung up. */
        REJECTED,
        UNANSWERED
    }

    Call asOf(Instant now) {
        boolean rangInVain = state == State.RINGING && !now.isBefore(at.plus(RINGS_FOR));
        return rangInVain ? with(State.UNANSWERED) : this;
    }

    /** Numbers ending in 0001 ring, and nobody is there. */
    boolean canBeAnswered() {
        return state == State.RINGING && !to.endsWith(NOBODY_THERE_ENDING);
    }

    Call with(State next) {
        return new Call(id, to, text, language, at, next);
    }
}
