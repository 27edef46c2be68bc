package io.sspr.reset.password;

import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.OfferUnlock;
import io.sspr.reset.password.SubmitPassword.Submitted;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.WritebackPending;
import io.sspr.reset.session.TakeTurn;
import io.sspr.reset.writeback.RequestWriteback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Fourth step for somebody who knows the password and is locked out on-premises: the agent unlocks the account, and the password stays. The gates are
 * the same as for a new password. Source: R-FLW-06, R-WB-30 … R-WB-34.
 */
@ApplicationScoped
class UnlockAccount {
    private final TakeTurn turn;
    private final Tenants tenants;
    private final Accounts accounts;
    private final CheckAgain checkAgain;
    private final OfferUnlock offerUnlock;
    private final RequestWriteback requestWriteback;

    UnlockAccount(
            TakeTurn turn,
            Tenants tenants,
            Accounts accounts,
            CheckAgain checkAgain,
            OfferUnlock offerUnlock,
            RequestWriteback requestWriteback) {
        this.turn = turn;
        this.tenants = tenants;
        this.accounts = accounts;
        this.checkAgain = checkAgain;
        this.offerUnlock = offerUnlock;
        this.requestWriteback = requestWriteback;
    }

    /** Decides and stores; the caller sends the request after this transaction has committed. */
    @Transactional
    Outcome<Submitted> unlock(UUID sessionId, Optional<Integer> seen) {
        return turn.atPassword(sessionId, seen, (session, open, now) -> {
            session.ask(Operation.UNLOCK);
            Tenant tenant = tenants.findById(session.tenantId());
            Account account = accounts.findById(session.accountId());
            return checkAgain
                    .<Submitted>check(session, open, tenant, account, now)
                    .orElseGet(() -> unlock(session, open, tenant, account, now));
        });
    }

    private Outcome<Submitted> unlock(
            ResetSession session, PasswordOpen open, Tenant tenant, Account account, Instant now) {
        if (!offerUnlock.isOffered(tenant, account)) {
            return Outcome.declined(ProblemName.UNLOCK_NOT_OFFERED);
        }
        WritebackPending pending = open.sentToAgent(UUID.randomUUID(), requestWriteback.expiryOf(now));
        session.moveTo(pending);
        return Outcome.done(new Submitted(
                session, Optional.of(requestWriteback.prepare(session, pending, tenant, account, null, now))));
    }
}
