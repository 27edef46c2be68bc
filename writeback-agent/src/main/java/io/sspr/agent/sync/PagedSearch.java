package io.sspr.agent.sync;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;

/** A search whose result may be larger than memory: it is read page by page, all of them over the same connection. */
final class PagedSearch {
    private static final int PAGE = 500;
    /** A page may take longer than what a user waits for. */
    private static final long PAGE_LIMIT_MILLIS = 60_000;

    static final Control SHOW_DELETED = new Control("1.2.840.113556.1.4.417", true);

    private final LDAPInterface directory;
    private final SearchRequest search;
    private final Control[] always;
    private ASN1OctetString next;
    private boolean ended;

    private PagedSearch(LDAPInterface directory, SearchRequest search, Control... always) {
        this.directory = directory;
        this.search = search;
        this.always = always;
        search.setResponseTimeoutMillis(PAGE_LIMIT_MILLIS);
    }

    static PagedSearch below(LDAPInterface directory, String base, Filter filter, String... attributes) {
        return new PagedSearch(directory, new SearchRequest(base, SearchScope.SUB, filter, attributes));
    }

    /** Finds deleted objects as well, as far as the service account may see them. */
    static PagedSearch withDeletedBelow(LDAPInterface directory, String base, Filter filter, String... attributes) {
        return new PagedSearch(directory, new SearchRequest(base, SearchScope.SUB, filter, attributes), SHOW_DELETED);
    }

    boolean hasNext() {
        return !ended;
    }

    /** The next page; it may be empty. */
    List<SearchResultEntry> next() throws LDAPException {
        search.setControls(always);
        search.addControl(new SimplePagedResultsControl(PAGE, next, true));
        SearchResult result = directory.search(search);
        SimplePagedResultsControl page = SimplePagedResultsControl.get(result);
        ended = page == null || !page.moreResultsToReturn();
        next = ended ? null : page.getCookie();
        return result.getSearchEntries();
    }
}
