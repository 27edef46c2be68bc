package io.sspr.contract.registration;

import io.sspr.contract.Person;
import java.util.UUID;

/**
 * The user is asked to verify something; what becomes of a message is told by the delivery with the id {@code verificationId}.
 *
 * @param method for example {@code MOBILE_PHONE}
 */
public record VerificationRequested(Person user, UUID verificationId, String method, Purpose purpose)
        implements RegistrationFact {}
