package io.sspr.contract.change;

import io.sspr.contract.Branding;
import io.sspr.contract.Person;
import io.sspr.contract.reset.Notice;
import java.util.List;

/**
 * An administrator gave a user another password, and it is in force. Source: R-AUD-22, R-WB-42.
 *
 * @param by the administrator
 * @param mustChange whether the user has to change it at the next sign-in
 * @param onPremisesAgent the agent that set the password; null if the cloud masters it
 * @param tenantName for the notices' sender and subject
 * @param branding for the notices; null if the tenant has none
 * @param notices who is to be told; empty if the tenant wants no notices
 */
public record PasswordResetByAdmin(
        Person user,
        Person by,
        boolean mustChange,
        String onPremisesAgent,
        String tenantName,
        Branding branding,
        List<Notice> notices)
        implements ChangeFact {}
