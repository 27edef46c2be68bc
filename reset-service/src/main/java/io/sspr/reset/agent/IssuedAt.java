package io.sspr.reset.agent;

import io.sspr.reset.problem.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells whether a signed request is fresh, so that one that was overheard is of no use for long. */
final class IssuedAt {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private IssuedAt() {}

    static List<Fault> faultsOf(Instant issuedAt, Instant now) {
        return issuedAt != null && !issuedAt.isBefore(now.minus(TOLERANCE)) && !issuedAt.isAfter(now.plus(TOLERANCE))
                ? List.of()
                : List.of(new Fault("issuedAt", "agent.issuedAt"));
    }
}
