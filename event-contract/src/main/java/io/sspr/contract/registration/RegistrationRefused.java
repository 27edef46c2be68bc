package io.sspr.contract.registration;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;

/**
 * The user may not register. They are told no reason, administrators are. Source: R-REG-02, R-REG-03, R-ADM-08.
 *
 * @param code what a reset would be refused with
 * @param reason the name of the check that failed
 */
public record RegistrationRefused(Person user, SsprCode code, String reason) implements RegistrationFact {}
