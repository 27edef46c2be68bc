package io.sspr.contract.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import java.util.List;
import java.util.Map;

/**
 * An administrator could not give a user another password, and the former one is still in force. Source: R-AUD-22.
 *
 * @param by the administrator
 * @param reason as the audit log says it, in the words of {@link PasswordChangeRefused}
 * @param rules the broken rules of a policy, as far as its owner tells; empty otherwise, and never a part of the password
 * @param code what the attempt ended with; null if the administrator can try again
 * @param eventId the on-premises event number; null if no agent was asked
 * @param evidence what the agent saw, by name; never a secret
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PasswordResetByAdminRefused(
        Person user,
        Person by,
        String reason,
        List<String> rules,
        SsprCode code,
        Integer eventId,
        Map<String, Object> evidence)
        implements ChangeFact {}
