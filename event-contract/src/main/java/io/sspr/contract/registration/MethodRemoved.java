package io.sspr.contract.registration;

import io.sspr.contract.Person;

/**
 * One datum was removed by its user. Source: R-REG-08.
 *
 * @param method for example {@code MOBILE_PHONE}
 * @param registrationComplete whether what is left is still as much as a reset asks for
 */
public record MethodRemoved(Person user, String method, boolean registrationComplete) implements RegistrationFact {}
