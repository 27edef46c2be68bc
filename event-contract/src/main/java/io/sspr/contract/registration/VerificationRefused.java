package io.sspr.contract.registration;

import io.sspr.contract.Person;
import java.util.UUID;

/**
 * What the user gave (a code, a reply on the phone) verifies nothing.
 *
 * @param method for example {@code MOBILE_PHONE}
 */
public record VerificationRefused(Person user, UUID verificationId, String method, Purpose purpose, Cause cause)
        implements RegistrationFact {
    /** Why it was refused. */
    public enum Cause {
        WRONG,
        EXPIRED,
        /** The user refused the request on the phone. */
        DENIED
    }
}
