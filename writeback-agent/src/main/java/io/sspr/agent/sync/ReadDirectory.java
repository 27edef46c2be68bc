package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.sspr.agent.sync.SyncMemory.Known;
import io.sspr.agent.sync.SyncMemory.Seen;
import io.sspr.contract.sync.SyncedAccount;
import io.sspr.contract.sync.SyncedGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the directory once: all of it, or what has changed since a cookie; users first, so that groups find their
 * members. Whatever changed and is not found in scope any more is gone: deleted, moved away, or no match for the filter.
 */
final class ReadDirectory {
    private static final int NEWCOMERS_AT_ONCE = 50;
    private static final String[] IDENTITY = {DirectoryObject.GUID, DirectoryObject.ANCHOR};
    private static final String[] GROUP = {
        DirectoryObject.GUID, DirectoryObject.ANCHOR, "displayName", "cn", ReadMembers.MEMBER
    };

    private final LDAPInterface directory;
    private final Scope scope;
    private final SyncMemory memory;
    private final TellRun tell;
    private final Instant now;
    private final ReadMembers members;
    /** Known objects that may be gone and were not found in scope yet: id to anchor. */
    private final Map<UUID, String> gone = new HashMap<>();

    private final List<String> newcomers = new ArrayList<>();
    private final Set<UUID> groupsRead = new HashSet<>();
    private int twins;

    ReadDirectory(LDAPInterface directory, Scope scope, SyncMemory memory, TellRun tell, Instant now) {
        this.directory = directory;
        this.scope = scope;
        this.memory = memory;
        this.tell = tell;
        this.now = now;
        this.members = new ReadMembers(directory, memory);
    }

    /** Everything in scope. */
    void all() throws LDAPException {
        readUsers(PagedSearch.below(directory, scope.base(), scope.users(), DescribeAccount.ATTRIBUTES));
        meetGroups(PagedSearch.below(directory, scope.base(), Scope.groups(), IDENTITY));
        readGroups(PagedSearch.below(directory, scope.base(), Scope.groups(), GROUP));
    }

    /** What has changed in the domain, deleted objects included, as far as it is or was in scope. */
    void changed(Domain domain, Cookie since) throws LDAPException {
        gone.putAll(new FindGone(directory, scope, memory).find(domain, since, tell.run()));
        readUsers(PagedSearch.below(
                directory,
                scope.base(),
                scope.users(since, DescribeAccount.fileTime(now)),
                DescribeAccount.ATTRIBUTES));
        meetGroups(PagedSearch.below(directory, scope.base(), Scope.groups(since), IDENTITY));
        readGroups(PagedSearch.below(directory, scope.base(), Scope.groups(since), GROUP));
        for (int from = 0; from < newcomers.size(); from += NEWCOMERS_AT_ONCE) {
            List<String> some = newcomers.subList(from, Math.min(newcomers.size(), from + NEWCOMERS_AT_ONCE));
            readGroups(PagedSearch.below(directory, scope.base(), Scope.groupsWith(some), GROUP));
        }
        tellGone();
    }

    /** How many objects were left out because another one has their anchor. Source: R-WB-10. */
    int twins() {
        return twins;
    }

    private void readUsers(PagedSearch search) throws LDAPException {
        while (search.hasNext()) {
            List<SearchResultEntry> users = search.next();
            Map<DirectoryObject, SearchResultEntry> found = withoutTwins(users);
            Map<UUID, Known> known = memory.known(
                    found.keySet().stream().map(DirectoryObject::guid).toList());
            List<Seen> unchanged = new ArrayList<>();
            found.forEach((object, user) -> {
                SyncedAccount account = DescribeAccount.describe(user, object.anchor(), now);
                Known before = known.get(object.guid());
                if (isTold(before, object, account)) {
                    unchanged.add(new Seen(object, null));
                    return;
                }
                if (before == null) {
                    newcomers(user);
                }
                tellFormerAnchor(before, object);
                tell.account(object, account);
            });
            memory.remember(unchanged, tell.run());
            if (search.hasNext()) {
                // The next page has to find this one in memory.
                tell.flush();
            }
        }
    }

    /** Groups may be members of each other: all names are known before the members are read. */
    private void meetGroups(PagedSearch search) throws LDAPException {
        while (search.hasNext()) {
            Map<DirectoryObject, SearchResultEntry> found = withoutTwins(search.next());
            Map<UUID, Known> known = memory.known(
                    found.keySet().stream().map(DirectoryObject::guid).toList());
            found.keySet().forEach(object -> {
                if (!tell.isFull() && !known.containsKey(object.guid())) {
                    newcomers(found.get(object));
                }
                tellFormerAnchor(known.get(object.guid()), object);
            });
            memory.remember(
                    found.keySet().stream()
                            .map(object -> new Seen(object, null))
                            .toList(),
                    tell.run());
        }
    }

    private void readGroups(PagedSearch search) throws LDAPException {
        while (search.hasNext()) {
            List<SearchResultEntry> groups = search.next();
            if (!groups.isEmpty()) {
                // Members are looked up in memory, so users have to be there.
                tell.flush();
            }
            List<UUID> guids = new ArrayList<>();
            for (SearchResultEntry group : groups) {
                guids.add(DirectoryObject.guid(group));
            }
            Map<UUID, Known> known = memory.known(guids);
            for (SearchResultEntry group : groups) {
                DirectoryObject object = DirectoryObject.of(group);
                Known before = known.get(object.guid());
                if (before != null && before.anchor().equals(object.anchor()) && groupsRead.add(object.guid())) {
                    readGroup(object, group, before);
                }
            }
        }
    }

    private void readGroup(DirectoryObject object, SearchResultEntry group, Known before) throws LDAPException {
        String displayName = group.getAttributeValue("displayName");
        SyncedGroup described = new SyncedGroup(
                object.anchor(), displayName == null ? group.getAttributeValue("cn") : displayName, members.of(group));
        if (!isTold(before, object, described)) {
            tell.group(object, described);
        }
    }

    private boolean isTold(Known before, DirectoryObject object, Object described) {
        return !tell.isFull()
                && before != null
                && before.anchor().equals(object.anchor())
                && Arrays.equals(before.told(), TellRun.digest(described));
    }

    private void tellFormerAnchor(Known before, DirectoryObject object) {
        if (!tell.isFull() && before != null && !before.anchor().equals(object.anchor())) {
            tell.removed(before.anchor());
        }
    }

    private void newcomers(SearchResultEntry entry) {
        if (!tell.isFull()) {
            newcomers.add(entry.getDN());
        }
    }

    /** Of several objects with one anchor, the one that was there first. */
    private Map<DirectoryObject, SearchResultEntry> withoutTwins(List<SearchResultEntry> page) throws LDAPException {
        Map<String, DirectoryObject> byAnchor = new HashMap<>();
        Map<DirectoryObject, SearchResultEntry> found = new LinkedHashMap<>();
        List<DirectoryObject> objects = new ArrayList<>();
        for (SearchResultEntry entry : page) {
            DirectoryObject object = DirectoryObject.of(entry);
            objects.add(object);
            found.put(object, entry);
        }
        Map<UUID, Known> known =
                memory.withAnchors(objects.stream().map(DirectoryObject::anchor).toList());
        known.values().stream()
                .filter(this::isStillThere)
                .forEach(each -> byAnchor.put(each.anchor(), new DirectoryObject(each.guid(), "", each.anchor())));
        for (DirectoryObject object : objects) {
            DirectoryObject first = byAnchor.putIfAbsent(object.anchor(), object);
            if (first != null && !first.guid().equals(object.guid())) {
                twins++;
                found.remove(object);
            } else {
                gone.remove(object.guid());
            }
        }
        return found;
    }

    private boolean isStillThere(Known known) {
        return tell.isFull() ? known.run().equals(tell.run()) : !gone.containsKey(known.guid());
    }

    private void tellGone() {
        Map<UUID, Known> heirs = memory.withAnchors(gone.values());
        Set<String> inherited = new HashSet<>();
        heirs.values().stream()
                .filter(heir -> !gone.containsKey(heir.guid()))
                .forEach(heir -> inherited.add(heir.anchor()));
        List<UUID> forgotten = new ArrayList<>();
        gone.forEach((guid, anchor) -> {
            if (inherited.contains(anchor)) {
                forgotten.add(guid);
            } else {
                tell.removed(guid, anchor);
            }
        });
        memory.forget(forgotten);
    }
}
