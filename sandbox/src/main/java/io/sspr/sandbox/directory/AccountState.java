package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;

/** The account flags of a user object, read from its attributes. */
record AccountState(boolean disabled, boolean lockedOut, boolean mustChangePassword, boolean passwordNotRequired) {
    private static final long ACCOUNT_DISABLED = 0x2;
    private static final long PASSWORD_NOT_REQUIRED = 0x20;

    static AccountState of(Entry user) {
        long control = number(user, "userAccountControl");
        return new AccountState(
                (control & ACCOUNT_DISABLED) != 0,
                number(user, "lockoutTime") != 0,
                number(user, "pwdLastSet") == 0,
                (control & PASSWORD_NOT_REQUIRED) != 0);
    }

    private static long number(Entry user, String attribute) {
        Long value = user.getAttributeValueAsLong(attribute);
        return value == null ? 0 : value;
    }
}
