package io.sspr.contract.reset;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import java.util.Map;
import java.util.UUID;

/**
 * A reset ended with one of the eight codes.
 *
 * @param resetId null if refused before a session began
 * @param stage where in the flow it ended
 * @param operation what was asked for: {@code RESET} or {@code UNLOCK}; null at a stage where the user has not yet said
 * @param reason for the administrator: the failed check, or the on-premises side's reason
 * @param eventId the on-premises event number; null if the agent said nothing
 * @param evidence what was seen, by name; never user input
 */
public record ResetRefused(
        UUID resetId,
        Person user,
        SsprCode code,
        Stage stage,
        Operation operation,
        String reason,
        Integer eventId,
        Map<String, Object> evidence)
        implements ResetFact {
    /** The step that refused. */
    public enum Stage {
        ELIGIBILITY,
        SUBMIT
    }
}
