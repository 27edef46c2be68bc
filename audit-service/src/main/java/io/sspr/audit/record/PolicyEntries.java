package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.POLICY_CHANGE;
import static io.sspr.audit.record.Activity.WRITEBACK_DISABLED;
import static io.sspr.audit.record.Activity.WRITEBACK_ENABLED;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;

import io.sspr.audit.log.DirectoryAudit.Change;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.policy.PolicyChangeRefused;
import io.sspr.contract.policy.PolicyChanged;
import io.sspr.contract.policy.WritebackSwitched;
import java.util.List;

/** What administrators changed for a whole tenant. Source: R-AUD-28, R-AUD-29, R-CFG-27. */
final class PolicyEntries {
    private PolicyEntries() {}

    static Entry of(DirectoryImported fact, String tenant) {
        List<Change> changes = List.of(
                new Change("Groups", null, String.valueOf(fact.groups())),
                new Change("Accounts", null, String.valueOf(fact.accounts())));
        return success(POLICY_CHANGE, "Directory imported").by(fact.by()).toPolicy(tenant, changes);
    }

    static Entry of(PolicyChanged fact, String tenant) {
        List<Change> changes = fact.changes().stream()
                .map(change -> new Change(change.setting(), change.oldValue(), change.newValue()))
                .toList();
        return success(POLICY_CHANGE, null).by(fact.by()).toPolicy(tenant, changes);
    }

    static Entry of(PolicyChangeRefused fact, String tenant) {
        return failure(POLICY_CHANGE, "PolicyRejected")
                .by(fact.by())
                .toPolicy(tenant, List.of())
                .withAll("Settings", fact.settings());
    }

    static Entry of(WritebackSwitched fact, String tenant) {
        return success(fact.enabled() ? WRITEBACK_ENABLED : WRITEBACK_DISABLED, null)
                .by(fact.by())
                .toDirectory(tenant);
    }
}
