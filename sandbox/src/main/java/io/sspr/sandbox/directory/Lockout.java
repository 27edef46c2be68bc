package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Clock;
import java.time.Instant;

/**
 * Counts wrong passwords, of sign-ins and of changes alike, and locks an account out when there are too many. One of the
 * two passwords before the present one does not count, so that a device which still knows it locks nobody out. Guarded
 * by the monitor of the tree. Source: R-EVT-33006, R-LOK-06.
 */
final class Lockout {
    private static final String LOCKED_AT = "lockoutTime";
    private static final String WRONG_PASSWORDS = "badPwdCount";
    private static final int FORMER_PASSWORDS_NOT_COUNTED = 2;

    private final DirectoryTree tree;
    private final Clock clock;

    Lockout(DirectoryTree tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    boolean isLockedOut(Entry user) {
        long since = number(user, LOCKED_AT);
        if (since == 0) {
            return false;
        }
        DomainPolicy policy = tree.policy();
        Instant end = FileTime.toInstant(since).plus(policy.lockoutDuration());
        return policy.lockoutDuration().isZero() || clock.instant().isBefore(end);
    }

    void wrongPassword(Entry user, String password) throws LDAPException {
        int threshold = tree.policy().lockoutThreshold();
        DN owner = user.getParsedDN();
        if (threshold == 0 || tree.isAmongLast(1 + FORMER_PASSWORDS_NOT_COUNTED, owner, password)) {
            return;
        }
        // After a lockout that is over counting starts anew.
        long wrong = number(user, LOCKED_AT) == 0 ? number(user, WRONG_PASSWORDS) + 1 : 1;
        tree.write(owner, LOCKED_AT, 0);
        tree.write(owner, WRONG_PASSWORDS, wrong);
        if (wrong >= threshold) {
            tree.lockOut(owner);
        }
    }

    void rightPassword(Entry user) throws LDAPException {
        if (number(user, LOCKED_AT) != 0 || number(user, WRONG_PASSWORDS) != 0) {
            tree.write(user.getParsedDN(), LOCKED_AT, 0);
            tree.write(user.getParsedDN(), WRONG_PASSWORDS, 0);
        }
    }

    private static long number(Entry user, String attribute) {
        Long value = user.getAttributeValueAsLong(attribute);
        return value == null ? 0 : value;
    }
}
