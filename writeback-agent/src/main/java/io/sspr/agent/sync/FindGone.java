package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.sspr.agent.sync.SyncMemory.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the known objects that may be gone: those that have changed, deleted ones included. A service account that may
 * not see deleted objects, which needs a right on their container, has to look for all that should still be there.
 */
final class FindGone {
    private final LDAPInterface directory;
    private final Scope scope;
    private final SyncMemory memory;

    FindGone(LDAPInterface directory, Scope scope, SyncMemory memory) {
        this.directory = directory;
        this.scope = scope;
        this.memory = memory;
    }

    /** Id to anchor. Those that are found in scope later are not gone. */
    Map<UUID, String> find(Domain domain, Cookie since, UUID run) throws LDAPException {
        Map<UUID, String> candidates = new HashMap<>();
        PagedSearch changed =
                PagedSearch.withDeletedBelow(directory, domain.name(), Scope.changed(since), DirectoryObject.GUID);
        while (changed.hasNext()) {
            note(memory.known(guids(changed.next())).values(), candidates);
        }
        if (!seesDeleted(domain)) {
            PagedSearch present = PagedSearch.below(
                    directory,
                    scope.base(),
                    Filter.createORFilter(scope.users(), Scope.groups()),
                    DirectoryObject.GUID);
            while (present.hasNext()) {
                memory.meet(guids(present.next()), run);
            }
            note(memory.notMetIn(run), candidates);
        }
        return candidates;
    }

    /** Whether at least one of them can be seen; the container alone says nothing. */
    private boolean seesDeleted(Domain domain) throws LDAPException {
        SearchRequest deleted = new SearchRequest(
                "CN=Deleted Objects," + domain.name(),
                SearchScope.ONE,
                Filter.createPresenceFilter(DirectoryObject.GUID),
                DirectoryObject.GUID);
        deleted.addControl(PagedSearch.SHOW_DELETED);
        deleted.setSizeLimit(1);
        try {
            return directory.searchForEntry(deleted) != null;
        } catch (LDAPException e) {
            if (e.getResultCode().isConnectionUsable()) {
                return e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED);
            }
            throw e;
        }
    }

    private static void note(Collection<Known> objects, Map<UUID, String> candidates) {
        objects.forEach(known -> candidates.put(known.guid(), known.anchor()));
    }

    private static List<UUID> guids(List<SearchResultEntry> page) throws LDAPException {
        List<UUID> guids = new ArrayList<>();
        for (SearchResultEntry entry : page) {
            // Some objects of the directory itself hide their id from everybody.
            if (entry.hasAttribute(DirectoryObject.GUID)) {
                guids.add(DirectoryObject.guid(entry));
            }
        }
        return guids;
    }
}
