package io.sspr.contract.registration;

import io.sspr.contract.Person;

/**
 * One datum was registered, after its user had verified it; there is one such fact for each. Source: R-REG-15, R-REG-16, R-AUD-26, R-AUD-27.
 *
 * @param method for example {@code MOBILE_PHONE}
 * @param replaced whether another value stood there before
 * @param registrationComplete whether the user has registered as many methods as a reset asks for
 */
public record MethodRegistered(Person user, String method, boolean replaced, boolean registrationComplete)
        implements RegistrationFact {}
