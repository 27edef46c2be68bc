package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The present and former passwords of every object, newest first, apart from the tree so that no search can reach
 * them. Not thread-safe: {@link DirectoryTree} is the lock.
 */
final class PasswordHistory {
    private final Map<DN, Deque<SaltedHash>> passwords = new HashMap<>();

    boolean isPresent(DN owner, String password) {
        Deque<SaltedHash> known = passwords.get(owner);
        return known != null && known.getFirst().matches(password);
    }

    /** Whether the password is among the last ones, the present one included. Source: R-ADP-05. */
    boolean isAmongLast(int count, DN owner, String password) {
        return passwords.getOrDefault(owner, new ArrayDeque<>()).stream()
                .limit(count)
                .anyMatch(known -> known.matches(password));
    }

    void add(DN owner, String password, int remembered) {
        Deque<SaltedHash> known = passwords.computeIfAbsent(owner, ignored -> new ArrayDeque<>());
        known.addFirst(new SaltedHash(password));
        while (known.size() > Math.max(1, remembered)) {
            known.removeLast();
        }
    }

    void clear() {
        passwords.clear();
    }
}
