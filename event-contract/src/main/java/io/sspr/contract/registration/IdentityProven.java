package io.sspr.contract.registration;

import io.sspr.contract.Person;

/** The user proved who they are, and may see and change what is registered for a while. Source: R-REG-14. */
public record IdentityProven(Person user, String method) implements RegistrationFact {}
