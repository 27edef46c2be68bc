package io.sspr.contract.change;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;

/**
 * What came of an attempt to replace a password outside a reset: by the user, who knows the former one, or by an administrator. Source: R-CHG-01,
 * R-CHG-02, R-AUD-22.
 */
public sealed interface ChangeFact extends Fact
        permits PasswordChangeRefused, PasswordChanged, PasswordResetByAdmin, PasswordResetByAdminRefused {
    Person user();
}
