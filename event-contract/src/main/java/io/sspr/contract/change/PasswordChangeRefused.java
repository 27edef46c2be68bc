package io.sspr.contract.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import java.util.List;
import java.util.Map;

/**
 * A user could not replace the own password, and the former one is still in force.
 *
 * @param reason as the audit log says it: {@code IncorrectPassword}, {@code FuzzyPolicyViolationInvalidPassword}, {@code CloudPolicyViolation},
 *     {@code OnPremisesPolicyViolation}, {@code AccountLockedOnPremises}, or the title of the code. Source: R-AUD-21
 * @param rules the broken rules of a policy, as far as its owner tells; empty otherwise, and never a part of the password
 * @param code what the attempt ended with; null if the user can try again
 * @param eventId the on-premises event number; null if no agent was asked
 * @param evidence what the agent saw, by name; never user input
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PasswordChangeRefused(
        Person user, String reason, List<String> rules, SsprCode code, Integer eventId, Map<String, Object> evidence)
        implements ChangeFact {}
