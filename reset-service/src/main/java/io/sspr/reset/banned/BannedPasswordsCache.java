package io.sspr.reset.banned;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Banned passwords by the custom list that they were compiled from. The list itself is the key, so a changed list is in
 * force at once, in every replica. Keeps those used last. Thread-safe. Source: R-CFG-21.
 */
@Singleton
public final class BannedPasswordsCache {
    private static final int MOST = 32; // of a thousand terms each, a few megabytes

    private final BannedPasswords global = BannedPasswords.of(BannedTerms.global(), List.of());
    private final Map<List<String>, BannedPasswords> compiled = new LinkedHashMap<>(MOST, 0.75f, true);

    /**
     * The global list, together with {@code customTerms}: none if the tenant does not enforce its list or has no
     * licence for it (R-LIC-04).
     */
    public BannedPasswords with(List<String> customTerms) {
        if (customTerms.isEmpty()) {
            return global;
        }
        BannedPasswords known;
        synchronized (compiled) {
            known = compiled.get(customTerms);
        }
        return known == null ? remember(List.copyOf(customTerms)) : known;
    }

    /** Compiles outside the lock: two threads may do the same work once, but nobody waits for another tenant's list. */
    private BannedPasswords remember(List<String> customTerms) {
        BannedPasswords fresh = global.withCustom(customTerms);
        synchronized (compiled) {
            compiled.put(customTerms, fresh);
            if (compiled.size() > MOST) {
                compiled.remove(compiled.keySet().iterator().next());
            }
        }
        return fresh;
    }
}
