package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.CHANGE;
import static io.sspr.audit.record.Activity.RESET_BY_ADMIN;
import static io.sspr.audit.record.Activity.UNLOCK_BY_ADMIN;
import static io.sspr.audit.record.Entry.failure;
import static io.sspr.audit.record.Entry.success;

import io.sspr.contract.change.AccountUnlockByAdminRefused;
import io.sspr.contract.change.AccountUnlockedByAdmin;
import io.sspr.contract.change.PasswordChangeRefused;
import io.sspr.contract.change.PasswordChanged;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.change.PasswordResetByAdminRefused;

/** Users replacing a password that they know, and administrators replacing that of somebody else, or unlocking. Source: R-AUD-21, R-AUD-22, R-CHG-02, R-WB-34. */
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

    static Entry of(PasswordResetByAdmin fact) {
        return success(RESET_BY_ADMIN, null)
                .by(fact.by())
                .to(fact.user())
                .with("SsprCode", "")
                .withAgent(fact.onPremisesAgent())
                .with("ForceChangeAtNextSignIn", fact.mustChange());
    }

    /** No agent is named: a refusal does not tell whether one was asked, but for the event number. */
    static Entry of(PasswordResetByAdminRefused fact) {
        return failure(RESET_BY_ADMIN, fact.reason())
                .by(fact.by())
                .to(fact.user())
                .with("SsprCode", fact.code() == null ? "" : fact.code().code())
                .withAll("BrokenRules", fact.rules())
                .with("EventId", fact.eventId())
                .with(fact.evidence());
    }

    static Entry of(AccountUnlockedByAdmin fact) {
        return success(UNLOCK_BY_ADMIN, null)
                .by(fact.by())
                .to(fact.user())
                .with("SsprCode", "")
                .withAgent(fact.onPremisesAgent());
    }

    static Entry of(AccountUnlockByAdminRefused fact) {
        return failure(UNLOCK_BY_ADMIN, fact.reason())
                .by(fact.by())
                .to(fact.user())
                .with("SsprCode", fact.code() == null ? "" : fact.code().code())
                .with("EventId", fact.eventId())
                .with(fact.evidence());
    }
}
