package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.throttle.LiftBlock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/**
 * What a password that an administrator set does to the account. Call {@link #liftBlock} before the account's row is locked: whoever resets by
 * self-service takes the turns in this order, too. Source: R-LOK-05, R-THR-06, R-FLW-12, R-WB-45.
 */
@ApplicationScoped
class ApplyAdminReset {
    private final SmartLockout lockout;
    private final LiftBlock liftBlock;
    private final Clock clock;

    ApplyAdminReset(SmartLockout lockout, LiftBlock liftBlock, Clock clock) {
        this.lockout = lockout;
        this.liftBlock = liftBlock;
        this.clock = clock;
    }

    /** The user may try again whatever was tried too often. */
    @Transactional(TxType.MANDATORY)
    void liftBlock(Account account, Person by) {
        liftBlock.lift(account, by);
    }

    /**
     * Whoever came in with the former password is out. Where the directory alone checks the password, it alone knows whether that has to be changed: a
     * mark here would outlast a change that is made there.
     *
     * @param account with its row locked
     * @param hash what the cloud keeps of the password; null if nothing
     */
    @Transactional(TxType.MANDATORY)
    void inForce(Account account, String hash, boolean mustChange) {
        if (hash != null) {
            account.changePasswordHash(hash);
        }
        account.passwordWasSet(clock.instant());
        if (mustChange && account.kind().isHeldInCloud()) {
            account.requirePasswordChange();
        }
        lockout.clear(account.id());
    }
}
