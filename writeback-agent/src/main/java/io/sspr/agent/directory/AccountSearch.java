package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Objects;

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
    private static final String COMPUTED_FLAGS = "msDS-User-Account-Control-Computed";
    private static final int LOCKED_OUT = 0x10;
    private static final String[] ATTRIBUTES = {
        "sAMAccountName",
        "displayName",
        "userAccountControl",
        COMPUTED_FLAGS,
        "adminCount",
        "pwdLastSet",
        "msDS-ResultantPSO"
    };

    private final LDAPInterface directory;
    private final String baseDn;

    AccountSearch(LDAPInterface directory, String baseDn) {
        this.directory = directory;
        this.baseDn = baseDn;
    }

    /** At most two. */
    List<SearchResultEntry> withAnchor(byte[] anchor) throws LDAPException {
        SearchRequest search = new SearchRequest(baseDn, SearchScope.SUB, userWith(anchor), ATTRIBUTES);
        search.setSizeLimit(ENOUGH_TO_BE_AMBIGUOUS);
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
        String adminCount = entry.getAttributeValue("adminCount");
        return new DirectoryAccount(
                entry.getDN(),
                Objects.requireNonNullElse(entry.getAttributeValue("sAMAccountName"), ""),
                Objects.requireNonNullElse(entry.getAttributeValue("displayName"), ""),
                controlFlags == null ? 0 : controlFlags,
                adminCount != null && !adminCount.equals("0"),
                computedFlags != null && (computedFlags & LOCKED_OUT) != 0,
                passwordLastSet == null ? 0 : passwordLastSet,
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
