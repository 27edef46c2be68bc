package io.sspr.reset.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.outbox.Outbox;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends sessions whose user let the time run out. Source: R-FLW-03, R-AUD-40. */
@ApplicationScoped
class AbandonResets {
    private final ResetSessions sessions;
    private final SessionAccounts sessionAccounts;
    private final Throttle throttle;
    private final Outbox outbox;
    private final Clock clock;

    AbandonResets(
            ResetSessions sessions, SessionAccounts sessionAccounts, Throttle throttle, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.sessionAccounts = sessionAccounts;
        this.throttle = throttle;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One transaction each: a session's row is always locked before its subject's, never two of them. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void abandonOverdue() {
        List<UUID> overdue = QuarkusTransaction.requiringNew().call(() -> sessions.overdueUsers(clock.instant()));
        overdue.forEach(id ->
                QuarkusTransaction.requiringNew().run(() -> sessions.lock(id).ifPresent(this::abandon)));
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
        Instant now = clock.instant();
        outbox.add(session.message(
                now, new ResetAbandoned(session.id(), sessionAccounts.user(session), state instanceof PasswordOpen)));
        throttle.attemptEnded(sessionAccounts.attempts(session), session.createdAt());
    }
}
