package io.sspr.reset.writeback;

import io.quarkus.scheduler.Scheduled;
import io.sspr.reset.ResetConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Ends requests whose agent did not answer, as {@link ExpireWritebacks} does for resets, and forgets them once no answer can come any more. Source:
 * R-WB-31f.
 */
@ApplicationScoped
class ExpireAgentRequests {
    /** A little longer than the broker keeps an answer. */
    private static final Duration REMEMBERED = Duration.ofDays(31);

    private final AgentRequests requests;
    private final SettleAgentRequest settleAgentRequest;
    private final Clock clock;
    private final ResetConfig config;

    ExpireAgentRequests(
            AgentRequests requests, SettleAgentRequest settleAgentRequest, Clock clock, ResetConfig config) {
        this.requests = requests;
        this.settleAgentRequest = settleAgentRequest;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expireOverdue() {
        overdue().forEach(settleAgentRequest::expire);
    }

    @Transactional
    List<UUID> overdue() {
        return requests.overdue(clock.instant().minus(config.writeback().grace()));
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        requests.forget(clock.instant().minus(REMEMBERED));
    }
}
