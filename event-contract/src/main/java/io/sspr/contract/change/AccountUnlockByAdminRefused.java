package io.sspr.contract.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import java.util.Map;

/**
 * An administrator could not unlock the account of a user. Source: R-WB-34.
 *
 * @param by the administrator
 * @param reason as the audit log says it, in the words of {@link PasswordResetByAdminRefused}
 * @param code what the attempt ended with; null if the administrator may not
 * @param eventId the on-premises event number; null if no agent was asked
 * @param evidence what the agent saw, by name; never a secret
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountUnlockByAdminRefused(
        Person user, Person by, String reason, SsprCode code, Integer eventId, Map<String, Object> evidence)
        implements ChangeFact {}
