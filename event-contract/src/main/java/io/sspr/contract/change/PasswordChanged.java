package io.sspr.contract.change;

import io.sspr.contract.Branding;
import io.sspr.contract.Person;
import io.sspr.contract.reset.Notice;
import java.util.List;

/**
 * A user replaced the own password, and the new one is in force.
 *
 * @param onPremisesAgent the agent that changed the password; null if the cloud masters it
 * @param tenantName for the notices' sender and subject
 * @param branding for the notices; null if the tenant has none
 * @param notices who is to be told; empty if the tenant wants no notices
 */
public record PasswordChanged(
        Person user, String onPremisesAgent, String tenantName, Branding branding, List<Notice> notices)
        implements ChangeFact {}
