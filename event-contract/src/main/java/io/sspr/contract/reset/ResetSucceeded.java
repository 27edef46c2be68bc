package io.sspr.contract.reset;

import io.sspr.contract.Branding;
import io.sspr.contract.Person;
import java.util.List;
import java.util.UUID;

/**
 * The new password is in force.
 *
 * @param methodsUsed the methods of the gates, in the order passed
 * @param onPremisesAgent the agent that wrote the password; null if the cloud holds it
 * @param tenantName for the notices' sender and subject
 * @param branding for the notices; null if the tenant has none
 * @param notices who is to be told; empty if the tenant wants no notices
 */
public record ResetSucceeded(
        UUID resetId,
        Person user,
        List<String> methodsUsed,
        String onPremisesAgent,
        String tenantName,
        Branding branding,
        List<Notice> notices)
        implements ResetFact {}
