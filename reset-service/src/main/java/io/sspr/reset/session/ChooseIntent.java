package io.sspr.reset.session;

import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.OfferUnlock;
import io.sspr.reset.problem.ProblemName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The user says what is wrong: the password is forgotten, or known and the account locked. Binds to nothing. Source: R-FLW-06. */
@ApplicationScoped
class ChooseIntent {
    private final TakeTurn turn;
    private final Tenants tenants;
    private final SessionAccounts sessionAccounts;
    private final OfferUnlock offerUnlock;

    ChooseIntent(TakeTurn turn, Tenants tenants, SessionAccounts sessionAccounts, OfferUnlock offerUnlock) {
        this.turn = turn;
        this.tenants = tenants;
        this.sessionAccounts = sessionAccounts;
        this.offerUnlock = offerUnlock;
    }

    @Transactional
    Outcome<ResetSession> choose(UUID sessionId, Optional<Integer> seen, Operation intent) {
        return turn.atGates(sessionId, seen, (session, gates, now) -> {
            if (intent == Operation.UNLOCK && !isUnlockOffered(session)) {
                return Outcome.declined(ProblemName.UNLOCK_NOT_OFFERED);
            }
            session.ask(intent);
            session.step();
            return Outcome.done(session);
        });
    }

    private boolean isUnlockOffered(ResetSession session) {
        return offerUnlock.isOffered(tenants.findById(session.tenantId()), sessionAccounts.of(session));
    }
}
