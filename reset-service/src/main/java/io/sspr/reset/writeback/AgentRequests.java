package io.sspr.reset.writeback;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sspr.reset.writeback.AgentRequest.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What agents were asked for outside resets. */
@ApplicationScoped
class AgentRequests implements PanacheRepositoryBase<AgentRequest, UUID> {

    /** The request, locked until the transaction ends. */
    Optional<AgentRequest> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Requests that should have been answered before {@code deadline}. */
    List<UUID> overdue(Instant deadline) {
        return getEntityManager()
                .createQuery(
                        "select requestId from AgentRequest where state = :pending and expiresAt < :deadline",
                        UUID.class)
                .setParameter("pending", State.PENDING)
                .setParameter("deadline", deadline)
                .getResultList();
    }

    /** Those of {@code requests} that are settled. */
    List<UUID> settled(Collection<UUID> requests) {
        return getEntityManager()
                .createQuery(
                        "select requestId from AgentRequest where requestId in :requests and state <> :pending",
                        UUID.class)
                .setParameter("requests", requests)
                .setParameter("pending", State.PENDING)
                .getResultList();
    }

    /** Removes requests made before {@code oldest}. */
    void forget(Instant oldest) {
        delete("requestedAt < ?1", oldest);
    }
}
