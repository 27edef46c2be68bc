package io.sspr.reset.session;

import io.sspr.contract.reset.ResetCancelled;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The user gives up. Source: R-FLW-13. */
@ApplicationScoped
class CancelReset {
    private final ResetSessions sessions;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    CancelReset(ResetSessions sessions, Accounts accounts, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Outcome<ResetSession> cancel(UUID id) {
        ResetSession session = sessions.lock(id).orElseThrow();
        ResetState state = session.state();
        if (state instanceof GatesOpen gates) {
            session.moveTo(gates.cancelled());
        } else if (state instanceof PasswordOpen password) {
            session.moveTo(password.cancelled());
        } else {
            return Outcome.declined(state.isOpen() ? ProblemName.SUBMIT_IN_FLIGHT : ProblemName.SESSION_ENDED);
        }
        outbox.add(session.message(
                clock.instant(),
                new ResetCancelled(
                        session.id(),
                        accounts.findById(session.accountId()).person(session.ipAddress()),
                        state instanceof PasswordOpen)));
        return Outcome.done(session);
    }
}
