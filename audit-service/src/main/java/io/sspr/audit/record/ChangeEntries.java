package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.CHANGE;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;

import io.sspr.contract.change.PasswordChangeRefused;
import io.sspr.contract.change.PasswordChanged;

/** Users replacing a password that they know. Source: R-AUD-21, R-CHG-02. */
final class ChangeEntries {
    private ChangeEntries() {}

    static Entry of(PasswordChanged fact) {
        return success(CHANGE, null).byAndTo(fact.user()).with("SsprCode", "").withAgent(fact.onPremisesAgent());
    }

    static Entry of(PasswordChangeRefused fact) {
        return failure(CHANGE, fact.reason())
                .byAndTo(fact.user())
                .with("SsprCode", fact.code() == null ? "" : fact.code().code())
                .withAll("BrokenRules", fact.rules())
                .with("EventId", fact.eventId())
                .with(fact.evidence());
    }
}
