package io.sspr.reset.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.delivery.Channel;
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
 * @param version grows with every step; a step with {@code If-Match} of an older one is not taken
 * @param challenge what the next gate asks for; null if none is open
 * @param unlockOffered whether the account can be unlocked without a new password. Source: R-WB-30
 * @param problem why the reset was refused, or why the last password was; null if neither
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResetView(
        UUID id,
        UUID supportCode,
        String sessionToken,
        StateName state,
        int version,
        Instant expiresAt,
        int gatesPassed,
        int gatesRequired,
        List<OfferedMethod> methods,
        ChallengeView challenge,
        boolean unlockOffered,
        Problem problem) {

    /**
     * @param hint the part of the address or number that may be shown; null if there is nothing to show
     * @param channels how its message can travel, the usual way first; empty if none is sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfferedMethod(Method method, String hint, List<Channel> channels) {}

    /**
     * @param channel how the message travels; null if none is sent
     * @param delivery whether the message went out; null if none is sent
     * @param questions what to answer; null for other methods
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChallengeView(
            UUID id,
            Method method,
            Channel channel,
            Instant expiresAt,
            Challenge.Delivery delivery,
            List<QuestionView> questions) {}

    /** @param key names the question in the answer */
    public record QuestionView(String key, String text) {}
}
