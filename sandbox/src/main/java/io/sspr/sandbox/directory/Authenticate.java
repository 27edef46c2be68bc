package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Answers a simple bind: by distinguished name, by userPrincipalName, or by CORP\logon-name. */
final class Authenticate {
    private static final String DOMAIN_PREFIX = "corp\\";

    private final DirectoryTree tree;
    private final Lockout lockout;
    private final Clock clock;

    Authenticate(DirectoryTree tree, Lockout lockout, Clock clock) {
        this.tree = tree;
        this.lockout = lockout;
        this.clock = clock;
    }

    /**
     * Who it is.
     *
     * @throws LDAPException result 49 with the data code of Active Directory
     */
    DN authenticate(String name, String password) throws LDAPException {
        synchronized (tree) {
            Entry user = find(name).orElseThrow(Refusal::unknownUser);
            AccountState state = AccountState.of(user);
            // Like the original: a lockout is told to anybody, all else only to who knows the password.
            if (lockout.isLockedOut(user)) {
                throw Refusal.lockedOut();
            }
            if (!tree.isPassword(user.getParsedDN(), password)) {
                lockout.wrongPassword(user, password);
                throw Refusal.wrongPassword();
            }
            lockout.rightPassword(user);
            if (state.disabled()) {
                throw Refusal.disabled();
            }
            if (state.isExpiredAt(clock.instant())) {
                throw Refusal.expired();
            }
            if (state.mustChangePassword()) {
                throw Refusal.mustChangePassword();
            }
            return user.getParsedDN();
        }
    }

    private Optional<Entry> find(String name) throws LDAPException {
        if (DN.isValidDN(name)) {
            return tree.find(new DN(name)).filter(entry -> entry.hasAttribute("sAMAccountName"));
        }
        if (name.toLowerCase(Locale.ROOT).startsWith(DOMAIN_PREFIX)) {
            return tree.find("sAMAccountName", name.substring(DOMAIN_PREFIX.length()));
        }
        return tree.find("userPrincipalName", name);
    }
}
