package io.sspr.contract.change;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;

/** What came of a user's attempt to replace a password that they know. Source: R-CHG-01, R-CHG-02. */
public sealed interface ChangeFact extends Fact permits PasswordChangeRefused, PasswordChanged {
    Person user();
}
