package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.time.Duration;
import java.util.List;

/**
 * The password policy of the domain, as it stands on the domain object. Source: R-ADP-01, R-ADP-02, R-ADP-05, R-ADP-06,
 * R-LOK-06.
 *
 * @param minimumLength in UTF-16 units
 * @param complexity three of five categories, and neither logon name nor parts of the display name
 * @param historyLength how many last passwords, the present one included, must not come back
 * @param minimumAge how long a new password must stay before its owner may change it
 * @param lockoutThreshold how many wrong passwords lock an account out; 0 for never
 * @param lockoutDuration how long a lockout lasts; zero until somebody unlocks
 */
public record DomainPolicy(
        int minimumLength,
        boolean complexity,
        int historyLength,
        Duration minimumAge,
        Duration maximumAge,
        int lockoutThreshold,
        Duration lockoutDuration) {
    /** What the sandbox starts with: no minimum age, as writeback wants it, and no lockout, as a new domain has it. */
    public static final DomainPolicy DEFAULT =
            new DomainPolicy(7, true, 24, Duration.ZERO, Duration.ofDays(42), 0, Duration.ZERO);

    public DomainPolicy withMinimumAge(Duration age) {
        return new DomainPolicy(
                minimumLength, complexity, historyLength, age, maximumAge, lockoutThreshold, lockoutDuration);
    }

    public DomainPolicy withLockout(int threshold, Duration duration) {
        return new DomainPolicy(minimumLength, complexity, historyLength, minimumAge, maximumAge, threshold, duration);
    }

    static DomainPolicy of(Entry domain) {
        return new DomainPolicy(
                domain.getAttributeValueAsInteger("minPwdLength"),
                (domain.getAttributeValueAsInteger("pwdProperties") & 1) != 0,
                domain.getAttributeValueAsInteger("pwdHistoryLength"),
                FileTime.toDuration(domain.getAttributeValueAsLong("minPwdAge")),
                FileTime.toDuration(domain.getAttributeValueAsLong("maxPwdAge")),
                domain.getAttributeValueAsInteger("lockoutThreshold"),
                FileTime.toDuration(domain.getAttributeValueAsLong("lockoutDuration")));
    }

    List<Modification> modifications() {
        return List.of(
                replace("minPwdLength", minimumLength),
                replace("pwdProperties", complexity ? 1 : 0),
                replace("pwdHistoryLength", historyLength),
                replace("minPwdAge", FileTime.of(minimumAge)),
                replace("maxPwdAge", FileTime.of(maximumAge)),
                replace("lockoutThreshold", lockoutThreshold),
                replace("lockoutDuration", FileTime.of(lockoutDuration)));
    }

    private static Modification replace(String attribute, long value) {
        return new Modification(ModificationType.REPLACE, attribute, Long.toString(value));
    }
}
