package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.AgentConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Looks accounts up by their cloud anchor: the value of mS-DS-ConsistencyGuid, or of objectGUID where the former is not
 * set. Anchors enter the filter as bytes and never as text, so that none can change its meaning. Thread-safe. Source:
 * R-WB-10.
 */
final class AccountSearch {
    private static final String ANCHOR = "mS-DS-ConsistencyGuid";
    private static final String FALLBACK_ANCHOR = "objectGUID";
    private static final String CLASS = "objectClass";
    private static final int ENOUGH_TO_BE_AMBIGUOUS = 2;
    private static final String TOKEN = "tokenGroups";
    private static final String COMPUTED_FLAGS = "msDS-User-Account-Control-Computed";
    private static final int LOCKED_OUT = 0x10;
    private static final String[] ATTRIBUTES = {
        "sAMAccountName",
        "displayName",
        "userAccountControl",
        COMPUTED_FLAGS,
        "adminCount",
        "pwdLastSet",
        "accountExpires",
        "msDS-ResultantPSO"
    };

    private final LDAPInterface directory;
    private final String baseDn;
    private final Filter scope;

    private AccountSearch(LDAPInterface directory, String baseDn, Filter scope) {
        this.directory = directory;
        this.baseDn = baseDn;
        this.scope = scope;
    }

    /**
     * Among the accounts that the agent serves. Source: R-WB-11.
     *
     * @throws ConfigurationException if the filter for them is none
     */
    static AccountSearch of(LDAPInterface directory, AgentConfig config) {
        try {
            Filter scope = Filter.create(config.sync().filter());
            return new AccountSearch(directory, config.ldap().baseDn(), scope);
        } catch (LDAPException e) {
            throw new ConfigurationException("The agent cannot start: SSPR_SYNC_FILTER is no LDAP filter. Correct the"
                    + " variable and start the agent.");
        }
    }

    /** The same search at one domain controller. */
    AccountSearch on(LDAPInterface controller) {
        return new AccountSearch(controller, baseDn, scope);
    }

    /** At most two. */
    List<SearchResultEntry> withAnchor(byte[] anchor) throws LDAPException {
        return atMost(ENOUGH_TO_BE_AMBIGUOUS, userWith(anchor), ATTRIBUTES);
    }

    /** The names of a few accounts that writeback is for as far as a search tells. */
    List<String> some(int limit) throws LDAPException {
        Filter ordinary = Filter.createANDFilter(
                Filter.createEqualityFilter(CLASS, "user"),
                Filter.createNOTFilter(Filter.createEqualityFilter(CLASS, "computer")),
                Filter.createNOTFilter(Filter.createEqualityFilter("adminCount", "1")),
                Filter.createNOTFilter(Filter.createEqualityFilter("isCriticalSystemObject", "TRUE")));
        return atMost(limit, ordinary, SearchRequest.NO_ATTRIBUTES).stream()
                .map(SearchResultEntry::getDN)
                .toList();
    }

    /**
     * The SIDs of an account and of all groups that it belongs to, directly or not; empty if the directory does not
     * show them.
     */
    List<Sid> sids(String dn) throws LDAPException {
        SearchResultEntry entry = directory.getEntry(dn, TOKEN, "objectSid");
        if (entry == null) {
            return List.of();
        }
        return Stream.of(TOKEN, "objectSid")
                .map(entry::getAttributeValueByteArrays)
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .map(Sid::of)
                .toList();
    }

    private List<SearchResultEntry> atMost(int limit, Filter filter, String... attributes) throws LDAPException {
        SearchRequest search =
                new SearchRequest(baseDn, SearchScope.SUB, Filter.createANDFilter(filter, scope), attributes);
        search.setSizeLimit(limit);
        try {
            return directory.search(search).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return e.getSearchEntries();
            }
            throw e;
        }
    }

    static DirectoryAccount account(SearchResultEntry entry) {
        Integer controlFlags = entry.getAttributeValueAsInteger("userAccountControl");
        Integer computedFlags = entry.getAttributeValueAsInteger(COMPUTED_FLAGS);
        Long passwordLastSet = entry.getAttributeValueAsLong("pwdLastSet");
        Long expires = entry.getAttributeValueAsLong("accountExpires");
        String adminCount = entry.getAttributeValue("adminCount");
        return new DirectoryAccount(
                entry.getDN(),
                Objects.requireNonNullElse(entry.getAttributeValue("sAMAccountName"), ""),
                Objects.requireNonNullElse(entry.getAttributeValue("displayName"), ""),
                controlFlags == null ? 0 : controlFlags,
                adminCount != null && !adminCount.equals("0"),
                computedFlags != null && (computedFlags & LOCKED_OUT) != 0,
                passwordLastSet == null ? 0 : passwordLastSet,
                expires == null ? 0 : expires,
                entry.getAttributeValue("msDS-ResultantPSO"));
    }

    private static Filter userWith(byte[] anchor) {
        return Filter.createANDFilter(
                Filter.createEqualityFilter(CLASS, "user"),
                Filter.createNOTFilter(Filter.createEqualityFilter(CLASS, "computer")),
                Filter.createORFilter(
                        Filter.createEqualityFilter(ANCHOR, anchor),
                        Filter.createANDFilter(
                                Filter.createEqualityFilter(FALLBACK_ANCHOR, anchor),
                                Filter.createNOTFilter(Filter.createPresenceFilter(ANCHOR)))));
    }
}
