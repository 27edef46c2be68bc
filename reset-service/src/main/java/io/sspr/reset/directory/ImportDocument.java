package io.sspr.reset.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.TenantPolicy.Scope;
import io.sspr.reset.gate.Method;
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
     * @param agent the public keys of its writeback agents; null if none is onboarded
     */
    record TenantRow(String id, String displayName, Set<String> domains, PolicyRow policy, AgentRow agent) {}

    /** The reset policy; what is left out has the default of R-CFG-01 … R-CFG-20. */
    record PolicyRow(
            Scope ssprEnabled,
            String ssprGroupId,
            Integer methodsRequired,
            Set<Method> methodsEnabled,
            Boolean allowedToUseSspr,
            Boolean writebackEnabled,
            Boolean notifyUserOnReset,
            Boolean notifyAllAdminsOnAdminReset) {}

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
     * @param password a first password, for accounts whose password the cloud holds; kept as a hash only
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
            String preferredLanguage,
            String usageLocation,
            Set<String> roles,
            Set<Licence> licences,
            Set<String> groups,
            Secret password) {}
}
