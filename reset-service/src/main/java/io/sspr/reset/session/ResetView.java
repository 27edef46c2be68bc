package io.sspr.reset.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.reset.gate.Challenge;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A reset as its user may see it.
 *
 * @param sessionToken the bearer token for all further steps; only in the answer that begins a reset
 * @param methods what can open the next gate; empty once all gates are passed
 * @param challenge the code that was sent for the next gate; null if none is open
 * @param problem why the reset was refused, or why the last password was; null if neither
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResetView(
        UUID id,
        UUID supportCode,
        String sessionToken,
        ResetSession.StateName state,
        Instant expiresAt,
        int gatesPassed,
        int gatesRequired,
        List<OfferedMethod> methods,
        ChallengeView challenge,
        Problem problem) {

    /** @param hint the part of the address or number that may be shown */
    public record OfferedMethod(Method method, String hint) {}

    /** @param delivery whether the message with the code went out */
    public record ChallengeView(UUID id, Method method, Instant expiresAt, Challenge.Delivery delivery) {}
}
