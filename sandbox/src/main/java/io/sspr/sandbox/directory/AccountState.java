package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;
import java.time.Instant;

/** The account flags of a user object, read from its attributes. */
record AccountState(
        boolean disabled,
        boolean mustChangePassword,
        boolean passwordNotRequired,
        boolean mayNotChangePassword,
        long expires) {
    /** In accountExpires; so does 0. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long ACCOUNT_DISABLED = 0x2;
    private static final long PASSWORD_NOT_REQUIRED = 0x20;
    /** In the original no stored bit but a denied right on the object, with the same effect. */
    private static final long PASSWORD_CANNOT_CHANGE = 0x40;

    static AccountState of(Entry user) {
        long control = number(user, "userAccountControl");
        return new AccountState(
                (control & ACCOUNT_DISABLED) != 0,
                number(user, "pwdLastSet") == 0,
                (control & PASSWORD_NOT_REQUIRED) != 0,
                (control & PASSWORD_CANNOT_CHANGE) != 0,
                number(user, "accountExpires"));
    }

    boolean isExpiredAt(Instant now) {
        return expires != 0 && expires != NEVER && !now.isBefore(FileTime.toInstant(expires));
    }

    private static long number(Entry user, String attribute) {
        Long value = user.getAttributeValueAsLong(attribute);
        return value == null ? 0 : value;
    }
}
