package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the directory demands of passwords. The domain's policy and the controls on offer are remembered for a
 * minute, so that almost every reset is spared the two look-ups; a fine-grained policy is read each time, since few
 * accounts have one. Thread-safe. Source: R-ADP-01, R-ADP-08.
 */
final class DirectoryRules {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final String SUPPORTED_CONTROLS = "supportedControl";
    private static final String TIME = "currentTime";
    private static final String DOMAIN = "defaultNamingContext";
    private static final int COMPLEXITY_BIT = 1;

    private final LDAPInterface directory;
    private final String baseDn;
    private final Clock clock;
    private volatile DomainRules remembered;

    /** @param readAt when the directory said so */
    private record DomainRules(
            OnPremisesPolicy policy, Optional<PolicyHints> policyHints, Duration clockAhead, Instant readAt) {}

    DirectoryRules(LDAPInterface directory, String baseDn, Clock clock) {
        this.directory = directory;
        this.baseDn = baseDn;
        this.clock = clock;
    }

    /** The policy that binds an account: its own if it has one, else the domain's. */
    OnPremisesPolicy policyFor(DirectoryAccount account) throws LDAPException {
        return account.ownPolicyDn() == null ? domain().policy() : ownPolicy(account.ownPolicyDn());
    }

    Optional<PolicyHints> policyHints() throws LDAPException {
        return domain().policyHints();
    }

    /** By how much the directory's clock is ahead of the agent's; negative if behind, zero if it does not tell. */
    Duration clockAhead() throws LDAPException {
        return domain().clockAhead();
    }

    private DomainRules domain() throws LDAPException {
        DomainRules known = remembered;
        if (known != null && clock.instant().isBefore(known.readAt().plus(REMEMBERED))) {
            return known;
        }
        DomainRules read = readDomain();
        remembered = read;
        return read;
    }

    private DomainRules readDomain() throws LDAPException {
        SearchResultEntry root = directory.getEntry("", SUPPORTED_CONTROLS, DOMAIN, TIME);
        Instant now = clock.instant();
        Date time = root == null ? null : root.getAttributeValueAsDate(TIME);
        String[] controls = root == null ? null : root.getAttributeValues(SUPPORTED_CONTROLS);
        String domain = root == null ? null : root.getAttributeValue(DOMAIN);
        SearchResultEntry entry = directory.getEntry(
                domain == null ? baseDn : domain, "minPwdLength", "pwdProperties", "pwdHistoryLength", "minPwdAge");
        OnPremisesPolicy policy = entry == null ? OnPremisesPolicy.LEFT_TO_DIRECTORY : domainPolicy(entry);
        return new DomainRules(
                policy,
                PolicyHints.among(controls == null ? List.of() : List.of(controls)),
                time == null ? Duration.ZERO : Duration.between(now, time.toInstant()),
                now);
    }

    private static OnPremisesPolicy domainPolicy(SearchResultEntry domain) {
        return new OnPremisesPolicy(
                (int) number(domain, "minPwdLength"),
                (number(domain, "pwdProperties") & COMPLEXITY_BIT) != 0,
                (int) number(domain, "pwdHistoryLength"),
                FileTime.negatedSpan(number(domain, "minPwdAge")));
    }

    /** Reading it takes a right of its own, which the service account need not have. */
    private OnPremisesPolicy ownPolicy(String dn) throws LDAPException {
        SearchResultEntry entry = directory.getEntry(
                dn,
                "msDS-MinimumPasswordLength",
                "msDS-PasswordComplexityEnabled",
                "msDS-PasswordHistoryLength",
                "msDS-MinimumPasswordAge");
        if (entry == null || !entry.hasAttribute("msDS-MinimumPasswordLength")) {
            return OnPremisesPolicy.LEFT_TO_DIRECTORY;
        }
        return new OnPremisesPolicy(
                (int) number(entry, "msDS-MinimumPasswordLength"),
                entry.hasAttributeValue("msDS-PasswordComplexityEnabled", "TRUE"),
                (int) number(entry, "msDS-PasswordHistoryLength"),
                FileTime.negatedSpan(number(entry, "msDS-MinimumPasswordAge")));
    }

    private static long number(SearchResultEntry entry, String attribute) {
        Long value = entry.getAttributeValueAsLong(attribute);
        return value == null ? 0 : value;
    }
}
