package io.sspr.reset.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.policy.TenantPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A tenant with its policy, groups and accounts, as an administrator imports it. Importing again updates what is named and keeps what is not.
 *
 * @param groups may be null
 * @param accounts may be null
 */
record ImportDocument(TenantRow tenant, List<GroupRow> groups, List<AccountRow> accounts) {

    /**
     * The organisation.
     *
     * @param id part of topic names: a-z, 0-9 and inner hyphens
     * @param domains the parts after the {@code @} of its users' names
     * @param policy what is left out has its default; null on a repeated import keeps the policy as it is. Source: R-CFG-27
     * @param agent the public keys of its writeback agents; null if they are onboarded in another way, or keep theirs. Source: R-WB-20
     * @param plan PAID if null
     * @param trialStartedOn the first day of a trial; null without one
     * @param customDomain whether one of the domains is the tenant's own; true if null
     * @param syncedKind how people sign in whose accounts come from the directory from now on; null keeps it, PASS_THROUGH at first
     */
    record TenantRow(
            String id,
            String displayName,
            Set<String> domains,
            TenantPolicy policy,
            AgentRow agent,
            Tenant.Plan plan,
            LocalDate trialStartedOn,
            Boolean customDomain,
            AccountKind syncedKind) {}

    /**
     * Public keys as JWK objects.
     *
     * @param encryptionKey RSA, at least 2048 bits: passwords are sealed to it
     * @param signingKey EC P-256: the agents' answers are signed with its private half
     */
    record AgentRow(JsonNode encryptionKey, JsonNode signingKey) {}

    /** A group; {@code memberGroups} are groups within it. */
    record GroupRow(String id, String displayName, Set<Licence> licences, Set<String> memberGroups) {}

    /**
     * A user. Contact data is stored as it is: a malformed phone number is a warning, not an error, since directories hold such numbers.
     *
     * @param proxyAddresses mail addresses, each after {@code SMTP:} (the primary one) or {@code smtp:}
     * @param password the first one of an account whose password the cloud holds; kept as a hash only, and passed over once there is any. Source:
     *     R-WB-44
     * @param passwordNeverExpires false if null. Source: R-CLD-07
     * @param mustChangePassword whether the first password is good for one change only; false if null. Source: R-CHG-01
     */
    record AccountRow(
            String userPrincipalName,
            String displayName,
            String givenName,
            String surname,
            AccountKind kind,
            String cloudAnchor,
            Boolean enabled,
            Boolean guest,
            String mail,
            String alternateEmail,
            String authenticationEmail,
            String mobilePhone,
            String authenticationPhone,
            String officePhone,
            Set<String> proxyAddresses,
            String preferredLanguage,
            String usageLocation,
            Set<String> roles,
            Set<Licence> licences,
            Set<String> groups,
            Secret password,
            Boolean passwordNeverExpires,
            Boolean mustChangePassword) {}
}
