package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Clock;
import java.time.Instant;

/**
 * Holds a new password against the policy of the domain. A change always meets history and minimum age; a reset meets
 * history only if the client asked for it by the policy-hints control. Source: R-ADP-01…06, R-ADP-08, R-ADP-09.
 */
final class CheckPassword {
    private static final int LONGEST = 256;

    private final DirectoryTree tree;
    private final Clock clock;

    CheckPassword(DirectoryTree tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    void check(Entry user, PasswordWrite write, boolean historyHinted) throws LDAPException {
        DN owner = user.getParsedDN();
        AccountState state = AccountState.of(user);
        if (write.isChange() && state.lockedOut()) {
            throw Refusal.lockedOutAtChange();
        }
        if (write.isChange() && !tree.isPassword(owner, write.oldPassword())) {
            throw Refusal.wrongOldPassword();
        }
        boolean acceptable = (state.passwordNotRequired() || isStrong(user, write.newPassword()))
                && !(write.isChange() && isTooYoung(user, state))
                && !((write.isChange() || historyHinted) && tree.isInHistory(owner, write.newPassword()));
        if (!acceptable) {
            throw Refusal.passwordPolicy();
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
