package io.sspr.contract.reset;

import io.sspr.contract.Branding;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.delivery.Channel;
import java.util.List;
import java.util.UUID;

/**
 * A user who gets no further asked the administrators for help. Source: R-HLP-03 … R-HLP-08, R-AUD-43.
 *
 * @param resetId null if no session had begun
 * @param method what the user tried last to prove who they are, such as {@code EMAIL}; null if nothing
 * @param channel the way that its message took; null if none was sent
 * @param code what the reset ended with, or would end with if the user began one; null if it has none
 * @param reason what is in the user's way, such as {@code UserNotLicensed} or {@code Throttled}; null if nothing is, as far as is known here
 * @param tenantName for the mails' sender and subject
 * @param branding for the mails; null if the tenant has none
 * @param adminAddress where administrators give users a new password; null if the operator has not said where the pages are
 * @param notices the administrators, at most 100; empty if there are none, or if nobody is known who asked
 */
public record AdminContacted(
        UUID resetId,
        Person user,
        String method,
        Channel channel,
        SsprCode code,
        String reason,
        String tenantName,
        Branding branding,
        String adminAddress,
        List<Notice> notices)
        implements ResetFact {}
