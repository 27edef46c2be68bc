package io.sspr.contract.change;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;

/**
 * What came of an attempt to replace a password outside a reset: by the user, who knows the former one, or by an administrator, who may also unlock.
 * Source: R-CHG-01, R-CHG-02, R-AUD-22, R-WB-34.
 */
public sealed interface ChangeFact extends Fact
        permits AccountUnlockByAdminRefused,
                AccountUnlockedByAdmin,
                PasswordChangeRefused,
                PasswordChanged,
                PasswordResetByAdmin,
                PasswordResetByAdminRefused {
    Person user();
}
