package io.sspr.reset.writeback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetSessions;
import io.sspr.reset.session.ResetState.WritebackPending;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Ends resets whose agent did not answer, with code 30. The agent does not start on an expired request; the grace is for one that it started just
 * before. Every replica may run this: the row's lock makes one of them act. Source: R-WB-31f, R-WB-31h.
 */
@ApplicationScoped
class ExpireWritebacks {
    private final ResetSessions sessions;
    private final CompleteReset completeReset;
    private final Clock clock;
    private final ResetConfig config;

    ExpireWritebacks(ResetSessions sessions, CompleteReset completeReset, Clock clock, ResetConfig config) {
        this.sessions = sessions;
        this.completeReset = completeReset;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expireOverdue() {
        Instant deadline = clock.instant().minus(config.writeback().grace());
        List<UUID> overdue = QuarkusTransaction.requiringNew().call(() -> sessions.overdueWritebacks(deadline));
        overdue.forEach(id ->
                QuarkusTransaction.requiringNew().run(() -> sessions.lock(id).ifPresent(this::expire)));
    }

    private void expire(ResetSession session) {
        if (session.state() instanceof WritebackPending pending) {
            completeReset.expired(session, pending);
        }
    }
}
