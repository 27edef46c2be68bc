package io.sspr.reset.sync;

import io.sspr.contract.sync.SyncedAccount;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.sync.SyncedAccounts.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the account that a directory's object is, by its anchor and nothing else, and brings it up to date; makes one if there is none. An object that
 * has the name of a former one is another person, with an account of their own. A name that cannot be had is never taken from its owner: an account
 * that exists keeps its former one, and another is not made.
 */
@ApplicationScoped
class MatchAccounts {
    private static final int AT_ONCE = 200;

    private final SyncedAccounts accounts;
    private final SyncRuns runs;
    private final Tenants tenants;

    MatchAccounts(SyncedAccounts accounts, SyncRuns runs, Tenants tenants) {
        this.accounts = accounts;
        this.runs = runs;
        this.tenants = tenants;
    }

    /**
     * What came of some accounts.
     *
     * @param stored how many are as the directory has them
     * @param waiting those whose name is somebody else's, for now
     * @param leftOut how many have a name that is not of this tenant, or malformed
     */
    record Result(int stored, List<SyncedAccount> waiting, int leftOut) {}

    Result match(Source source, Collection<SyncedAccount> said) {
        Map<String, SyncedAccount> byAnchor = new LinkedHashMap<>();
        said.forEach(each -> byAnchor.put(each.anchor(), ReadAccount.read(each)));
        Set<String> domains = accounts.domainsOf(source.tenant());
        Set<String> names = new HashSet<>();
        byAnchor.values().stream()
                .filter(each -> each.userPrincipalName() != null)
                .forEach(each -> names.add(ReadAccount.key(each.userPrincipalName())));
        Map<String, UUID> ids = accounts.withAnchors(source.tenant(), byAnchor.keySet());
        Map<String, UUID> owners = new HashMap<>(accounts.withNames(names));

        Map<UUID, Change> changes = new LinkedHashMap<>();
        List<SyncedAccount> newcomers = new ArrayList<>();
        List<SyncedAccount> waiting = new ArrayList<>();
        int leftOut = 0;
        for (SyncedAccount each : byAnchor.values()) {
            UUID id = ids.get(each.anchor());
            boolean possible = ReadAccount.isName(each.userPrincipalName(), domains);
            boolean free = possible && isFree(each, id, owners);
            if (id != null) {
                changes.put(id, new Change(each, free ? each.userPrincipalName() : null));
            } else if (free) {
                newcomers.add(each);
            }
            if (!possible) {
                leftOut++;
            } else if (!free) {
                waiting.add(each);
            }
        }
        accounts.update(source, changes);
        accounts.insert(source, kindOf(source.tenant()), newcomers);
        return new Result(byAnchor.size() - waiting.size() - leftOut, waiting, leftOut);
    }

    /** Tries those again whose name was somebody else's; there is no third time. */
    Result matchWaiting(Source source) {
        int stored = 0;
        int leftOut = 0;
        List<SyncedAccount> some = runs.waitingAfter(source.tenant(), source.agent(), "", AT_ONCE);
        while (!some.isEmpty()) {
            Result result = match(source, some);
            stored += result.stored();
            leftOut += result.waiting().size() + result.leftOut();
            String last = some.get(some.size() - 1).anchor();
            some = runs.waitingAfter(source.tenant(), source.agent(), last, AT_ONCE);
        }
        return new Result(stored, List.of(), leftOut);
    }

    /** Whether nobody else has the name, also not somebody of the same part. */
    private static boolean isFree(SyncedAccount account, UUID id, Map<String, UUID> owners) {
        // An account that is yet to be made has no id; this one stands for it, and equals no other.
        UUID own = id == null ? UUID.randomUUID() : id;
        UUID owner = owners.putIfAbsent(ReadAccount.key(account.userPrincipalName()), own);
        return owner == null || owner.equals(own);
    }

    private AccountKind kindOf(String tenant) {
        return tenants.findById(tenant).syncedKind();
    }
}
