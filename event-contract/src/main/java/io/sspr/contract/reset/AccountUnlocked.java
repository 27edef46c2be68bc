package io.sspr.contract.reset;

import io.sspr.contract.Branding;
import io.sspr.contract.Person;
import java.util.List;
import java.util.UUID;

/**
 * The account is unlocked on-premises, and the password is the one it was. Source: R-WB-30, R-WB-34.
 *
 * @param methodsUsed the methods of the gates, in the order passed
 * @param onPremisesAgent the agent that unlocked it
 * @param tenantName for the notices' sender and subject
 * @param branding for the notices; null if the tenant has none
 * @param notices who is to be told; empty if the tenant wants no notices
 */
public record AccountUnlocked(
        UUID resetId,
        Person user,
        List<String> methodsUsed,
        String onPremisesAgent,
        String tenantName,
        Branding branding,
        List<Notice> notices)
        implements ResetFact {}
