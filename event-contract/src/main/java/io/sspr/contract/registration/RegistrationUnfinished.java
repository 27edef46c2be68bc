package io.sspr.contract.registration;

import io.sspr.contract.Person;

/** The user began to register a datum and did not verify it in time, so it was not stored. Source: R-REG-15, R-AUD-26. */
public record RegistrationUnfinished(Person user, String method) implements RegistrationFact {}
