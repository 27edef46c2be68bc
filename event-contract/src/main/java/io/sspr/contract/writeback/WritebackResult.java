package io.sspr.contract.writeback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.Fact;
import io.sspr.contract.SsprCode;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import java.util.Map;
import java.util.UUID;

/**
 * The agent's answer to one {@link WritebackRequest}, signed by the agent.
 *
 * @param operation what was asked for; a writer that does not say so was asked for a reset
 * @param agent the name of the agent that answers
 * @param code 29 or 30 if refused; null on success. It is what a reset ends with; {@link WritebackVerdict#INCORRECT_PASSWORD} is nothing but a
 *     mistake in a form, whatever its code
 * @param reason the row of {@link WritebackVerdict} that explains a refusal; null on success
 * @param eventId Microsoft's event number: on success 31002 for a reset, 31007 for a change and 31010 for an administrator's reset. Unlock and verification have no number in
 *     Microsoft's table, and 0 here
 * @param evidence what the agent saw, by name: server, LDAP result, diagnostic code; never a secret
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WritebackResult(
        UUID requestId,
        Operation operation,
        String agent,
        Outcome outcome,
        SsprCode code,
        WritebackVerdict reason,
        int eventId,
        Map<String, Object> evidence)
        implements Fact {

    /** In the evidence of a verification that succeeds: the password is right, and yet signing in takes a new one first. */
    public static final String PASSWORD_EXPIRED = "passwordExpired";

    private static final int PASSWORD_RESET_SUCCESS = 31002;
    private static final int CHANGE_PASSWORD_SUCCESS = 31007;
    private static final int RESET_BY_ADMIN_SUCCESS = 31010;
    private static final int NONE_OF_MICROSOFTS = 0;

    /** Whether what was asked for is so now: the password in force, the account unlocked, the password right. */
    public enum Outcome {
        SUCCESS,
        REFUSED
    }

    public WritebackResult {
        operation = operation == null ? Operation.RESET : operation;
    }

    public static WritebackResult success(WritebackRequest request, String agent, Map<String, Object> evidence) {
        return success(request.requestId(), request.operation(), agent, evidence);
    }

    /** Of a reset. */
    public static WritebackResult success(UUID requestId, String agent, Map<String, Object> evidence) {
        return success(requestId, Operation.RESET, agent, evidence);
    }

    public static WritebackResult refused(
            WritebackRequest request, String agent, WritebackVerdict reason, Map<String, Object> evidence) {
        return refused(request.requestId(), request.operation(), agent, reason, evidence);
    }

    /** Of a reset. */
    public static WritebackResult refused(
            UUID requestId, String agent, WritebackVerdict reason, Map<String, Object> evidence) {
        return refused(requestId, Operation.RESET, agent, reason, evidence);
    }

    /** Whether a verification found the password right but expired, or due to be changed at the next sign-in. */
    public boolean foundPasswordExpired() {
        return outcome == Outcome.SUCCESS && evidence != null && Boolean.TRUE.equals(evidence.get(PASSWORD_EXPIRED));
    }

    private static WritebackResult success(
            UUID requestId, Operation operation, String agent, Map<String, Object> evidence) {
        return new WritebackResult(
                requestId, operation, agent, Outcome.SUCCESS, null, null, successEvent(operation), evidence);
    }

    private static WritebackResult refused(
            UUID requestId, Operation operation, String agent, WritebackVerdict reason, Map<String, Object> evidence) {
        return new WritebackResult(
                requestId, operation, agent, Outcome.REFUSED, reason.code(), reason, reason.eventId(), evidence);
    }

    private static int successEvent(Operation operation) {
        return switch (operation) {
            case RESET -> PASSWORD_RESET_SUCCESS;
            case CHANGE -> CHANGE_PASSWORD_SUCCESS;
            case RESET_BY_ADMIN -> RESET_BY_ADMIN_SUCCESS;
            case UNLOCK, VERIFY -> NONE_OF_MICROSOFTS;
        };
    }
}
