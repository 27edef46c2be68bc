package io.sspr.agent.onboarding;

import java.time.Duration;
import java.time.Instant;

/** When to try again: after two seconds, then after twice as long each time, five minutes at most. For one thread. */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration pause = FIRST;
    private Instant due = Instant.MIN;

    boolean isOver(Instant now) {
        return !now.isBefore(due);
    }

    void failed(Instant now) {
        due = now.plus(pause);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    void reset() {
        pause = FIRST;
        due = Instant.MIN;
    }
}
