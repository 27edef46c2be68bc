package io.sspr.reset.writeback;

import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.List;
import java.util.Map;

/**
 * What came of a request to an agent.
 *
 * @param reason why it was refused; null if it was done
 * @param evidence what the agent saw, by name
 */
public record AgentAnswer(WritebackVerdict reason, Map<String, Object> evidence) {

    static AgentAnswer of(AgentRequest request) {
        return switch (request.state()) {
            case SUCCEEDED -> new AgentAnswer(null, request.evidence());
            case REFUSED -> new AgentAnswer(request.reason(), request.evidence());
            case PENDING -> new AgentAnswer(WritebackVerdict.EXPIRED, Map.of());
        };
    }

    public boolean isDone() {
        return reason == null;
    }

    /** Whether a verified password is right, and yet has to be changed first. */
    public boolean isPasswordExpired() {
        return isDone() && Boolean.TRUE.equals(evidence.get(WritebackResult.PASSWORD_EXPIRED));
    }

    /** The rule of the directory that a new password broke, if the agent names one. */
    public List<String> rules() {
        Object rule = evidence.get("rule");
        return rule == null ? List.of() : List.of(rule.toString());
    }
}
