package io.sspr.audit.record;

import static io.sspr.audit.record.Activity.BLOCKED;
import static io.sspr.audit.record.Activity.SIGN_IN_LOCKED;
import static io.sspr.audit.record.Activity.UNBLOCKED;
import static io.sspr.audit.record.Entry.success;

import io.sspr.contract.signin.SignInLockedOut;
import io.sspr.contract.throttle.AttemptsBlocked;
import io.sspr.contract.throttle.BlockLifted;

/** Who may not try for a while. A block is a success: it took effect. Source: R-AUD-20, R-THR-12. */
final class BlockEntries {
    private BlockEntries() {}

    static Entry of(AttemptsBlocked fact) {
        return success(BLOCKED, null)
                .byAndTo(fact.user())
                .with("Bucket", fact.bucket())
                .with("Attempts", fact.attempts())
                .with("BlockedUntil", fact.blockedUntil());
    }

    static Entry of(BlockLifted fact) {
        return success(UNBLOCKED, null).by(fact.by()).to(fact.user());
    }

    static Entry of(SignInLockedOut fact) {
        return success(SIGN_IN_LOCKED, null)
                .byAndTo(fact.user())
                .with("Failures", fact.failures())
                .with("LockedUntil", fact.lockedUntil());
    }
}
