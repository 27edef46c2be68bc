package io.sspr.reset.writeback;

import io.quarkus.scheduler.Scheduled;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetSessions;
import io.sspr.reset.session.ResetState.WritebackPending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

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
    @Transactional
    void expireOverdue() {
        Instant deadline = clock.instant().minus(config.writeback().grace());
        sessions.overdueWritebacks(deadline).forEach(id -> sessions.lock(id).ifPresent(this::expire));
    }

    private void expire(ResetSession session) {
        if (session.state() instanceof WritebackPending pending) {
            completeReset.expired(session, pending);
        }
    }
}
