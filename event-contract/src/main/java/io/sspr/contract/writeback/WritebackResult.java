package io.sspr.contract.writeback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.Fact;
import io.sspr.contract.SsprCode;
import java.util.Map;
import java.util.UUID;

/**
 * The agent's answer to one {@link WritebackRequest}, signed by the agent.
 *
 * @param agent the name of the agent that answers
 * @param code 29 or 30 if refused; null on success
 * @param reason the row of {@link WritebackVerdict} that explains a refusal; null on success
 * @param eventId Microsoft's event number: 31002 on success
 * @param evidence what the agent saw, by name: server, LDAP result, diagnostic code; never a secret
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WritebackResult(
        UUID requestId,
        String agent,
        Outcome outcome,
        SsprCode code,
        WritebackVerdict reason,
        int eventId,
        Map<String, Object> evidence)
        implements Fact {

    private static final int PASSWORD_RESET_SUCCESS = 31002;

    /** Whether the password is in force. */
    public enum Outcome {
        SUCCESS,
        REFUSED
    }

    public static WritebackResult success(UUID requestId, String agent, Map<String, Object> evidence) {
        return new WritebackResult(requestId, agent, Outcome.SUCCESS, null, null, PASSWORD_RESET_SUCCESS, evidence);
    }

    public static WritebackResult refused(
            UUID requestId, String agent, WritebackVerdict reason, Map<String, Object> evidence) {
        return new WritebackResult(
                requestId, agent, Outcome.REFUSED, reason.code(), reason, reason.eventId(), evidence);
    }
}
