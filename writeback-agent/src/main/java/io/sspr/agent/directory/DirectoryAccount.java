package io.sspr.agent.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * An on-premises account as the directory describes it at one moment.
 *
 * @param samAccountName the logon name; empty if unknown
 * @param displayName empty if there is none
 * @param controlFlags the bits of {@code userAccountControl}
 * @param isProtected a privileged account (adminCount=1), which writeback never resets. Source: R-WB-13
 * @param isLockedOut whether the directory says so; false also if it does not tell, as {@code lockoutTime} alone cannot: it
 *     stays when a lockout is over
 * @param passwordLastSet {@code pwdLastSet} as stored; 0 if the password must be changed at the next sign-in. It
 *     changes with every new password, so two equal values mean that no password was set in between
 * @param expires {@code accountExpires} as stored; 0 or the greatest number if never
 * @param ownPolicyDn the fine-grained policy that binds this account instead of the domain's; null if none does
 */
public record DirectoryAccount(
        String dn,
        String samAccountName,
        String displayName,
        int controlFlags,
        boolean isProtected,
        boolean isLockedOut,
        long passwordLastSet,
        long expires,
        String ownPolicyDn) {

    private static final int ACCOUNT_DISABLED = 0x2;
    private static final int PASSWORD_NOT_REQUIRED = 0x20;

    public boolean isDisabled() {
        return (controlFlags & ACCOUNT_DISABLED) != 0;
    }

    boolean isExpiredAt(Instant now) {
        return expires > 0 && expires != Long.MAX_VALUE && !now.isBefore(FileTime.instant(expires));
    }

    /** Neither length nor complexity binds such an account. Source: R-ADP-09. */
    boolean needsNoPassword() {
        return (controlFlags & PASSWORD_NOT_REQUIRED) != 0;
    }

    /** Empty if the password must be changed anyway: then it has no age. */
    Optional<Instant> passwordSetAt() {
        return passwordLastSet <= 0 ? Optional.empty() : Optional.of(FileTime.instant(passwordLastSet));
    }
}
