package io.sspr.reset.writeback;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.sspr.reset.session.ResetSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Lets a request wait for the end of a writeback without holding a thread. This replica's own consumer wakes it at once; what another replica
 * settled is found in the database within a second.
 */
@ApplicationScoped
public class AwaitResult {
    private final ConcurrentMap<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final ResetSessions sessions;
    private final AgentRequests requests;

    AwaitResult(ResetSessions sessions, AgentRequests requests) {
        this.sessions = sessions;
        this.requests = requests;
    }

    /**
     * Completes when a session, or a request outside a session, no longer waits for its agent, or after {@code atMost}, whichever is first. Register
     * before the request is sent.
     */
    public Uni<Void> settled(UUID sessionOrRequest, Duration atMost) {
        CompletableFuture<Void> settled = waiting.computeIfAbsent(sessionOrRequest, id -> new CompletableFuture<>());
        return Uni.createFrom()
                .completionStage(settled.copy())
                .ifNoItem()
                .after(atMost)
                .recoverWithItem((Void) null);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResetSettled event) {
        wake(event.sessionId());
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentRequestSettled event) {
        wake(event.requestId());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void lookForOthersResults() {
        if (!waiting.isEmpty()) {
            sessions.settled(waiting.keySet()).forEach(this::wake);
            requests.settled(waiting.keySet()).forEach(this::wake);
        }
    }

    private void wake(UUID sessionOrRequest) {
        CompletableFuture<Void> settled = waiting.remove(sessionOrRequest);
        if (settled != null) {
            settled.complete(null);
        }
    }
}
