package io.sspr.contract.registration;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;

/** What a signed-in user did about the data that proves who they are. Source: R-REG-01 … R-REG-17. */
public sealed interface RegistrationFact extends Fact
        permits IdentityProven,
                MethodRegistered,
                MethodRemoved,
                RegistrationConfirmed,
                RegistrationRefused,
                RegistrationUnfinished,
                VerificationRefused,
                VerificationRequested {
    Person user();
}
