package io.sspr.reset.session;

import io.sspr.contract.reset.ResetCancelled;
import io.sspr.outbox.Outbox;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The user gives up. Source: R-FLW-13. */
@ApplicationScoped
class CancelReset {
    private final ResetSessions sessions;
    private final SessionAccounts sessionAccounts;
    private final Throttle throttle;
    private final Outbox outbox;
    private final Clock clock;

    CancelReset(
            ResetSessions sessions, SessionAccounts sessionAccounts, Throttle throttle, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.sessionAccounts = sessionAccounts;
        this.throttle = throttle;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Outcome<ResetSession> cancel(UUID id) {
        ResetSession session = sessions.lock(id).orElseThrow();
        ResetState state = session.state();
        Instant now = clock.instant();
        if (state instanceof GatesOpen gates) {
            session.moveTo(gates.cancelled());
        } else if (state instanceof PasswordOpen password) {
            session.moveTo(password.cancelled());
        } else {
            return Outcome.declined(state.isOpen() ? ProblemName.SUBMIT_IN_FLIGHT : ProblemName.SESSION_ENDED);
        }
        outbox.add(session.message(
                now, new ResetCancelled(session.id(), sessionAccounts.user(session), state instanceof PasswordOpen)));
        throttle.attemptEnded(sessionAccounts.attempts(session), session.createdAt());
        return Outcome.done(session);
    }
}
