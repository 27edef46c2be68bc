package io.sspr.reset.session;

import io.quarkus.scheduler.Scheduled;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Ends sessions whose user let the time run out. Source: R-FLW-03, R-AUD-40. */
@ApplicationScoped
class AbandonResets {
    private final ResetSessions sessions;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    AbandonResets(ResetSessions sessions, Accounts accounts, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void abandonOverdue() {
        sessions.overdueUsers(clock.instant()).forEach(id -> sessions.lock(id).ifPresent(this::abandon));
    }

    /** Asks the state again, since a step may have been taken before the row was locked. */
    private void abandon(ResetSession session) {
        ResetState state = session.state();
        if (state instanceof GatesOpen gates) {
            session.moveTo(gates.abandoned());
        } else if (state instanceof PasswordOpen password) {
            session.moveTo(password.abandoned());
        } else {
            return;
        }
        outbox.add(session.message(
                clock.instant(),
                new ResetAbandoned(
                        session.id(),
                        accounts.findById(session.accountId()).person(session.ipAddress()),
                        state instanceof PasswordOpen)));
    }
}
