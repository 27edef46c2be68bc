package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Clock;
import java.time.Instant;

/**
 * Holds a new password against the policy of the domain. A change always meets history and minimum age; a reset meets
 * history only if the client asked for it by the policy-hints control. A filter is asked for both. Source: R-ADP-01…09.
 */
final class CheckPassword {
    private static final int LONGEST = 256;

    private final DirectoryTree tree;
    private final Lockout lockout;
    private final Clock clock;

    CheckPassword(DirectoryTree tree, Lockout lockout, Clock clock) {
        this.tree = tree;
        this.lockout = lockout;
        this.clock = clock;
    }

    void check(Entry user, PasswordWrite write, boolean historyHinted) throws LDAPException {
        DN owner = user.getParsedDN();
        AccountState state = AccountState.of(user);
        if (write.isChange()) {
            requireOwner(user, state, write.oldPassword());
        }
        boolean acceptable = (state.passwordNotRequired() || isStrong(user, write.newPassword()))
                && !(write.isChange() && isTooYoung(user, state))
                && !((write.isChange() || historyHinted) && tree.isInHistory(owner, write.newPassword()))
                && tree.passesFilter(write.newPassword());
        if (!acceptable) {
            throw write.isChange() ? Refusal.passwordPolicyAtChange() : Refusal.passwordPolicy();
        }
    }

    /** Who sends a change has to know the old password, since that alone shows whose wish it is. */
    private void requireOwner(Entry user, AccountState state, String oldPassword) throws LDAPException {
        if (state.mayNotChangePassword()) {
            throw Refusal.insufficientRights();
        }
        if (lockout.isLockedOut(user)) {
            throw Refusal.lockedOutAtChange();
        }
        if (!tree.isPassword(user.getParsedDN(), oldPassword)) {
            lockout.wrongPassword(user, oldPassword);
            throw Refusal.wrongOldPassword();
        }
    }

    private boolean isStrong(Entry user, String password) {
        DomainPolicy policy = tree.policy();
        if (password.length() < policy.minimumLength() || password.length() > LONGEST) {
            return false;
        }
        return !policy.complexity()
                || PasswordComplexity.accepts(
                        password,
                        user.getAttributeValue("sAMAccountName"),
                        user.hasAttribute("displayName") ? user.getAttributeValue("displayName") : "");
    }

    private boolean isTooYoung(Entry user, AccountState state) {
        if (state.mustChangePassword()) {
            return false;
        }
        Instant setAt = FileTime.toInstant(user.getAttributeValueAsLong("pwdLastSet"));
        return clock.instant().isBefore(setAt.plus(tree.policy().minimumAge()));
    }
}
