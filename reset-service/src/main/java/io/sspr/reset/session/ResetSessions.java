package io.sspr.reset.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions of all resets. Steps of one session take turns by locking its row. */
@ApplicationScoped
public class ResetSessions implements PanacheRepositoryBase<ResetSession, UUID> {

    /** The session, locked until the transaction ends. */
    public Optional<ResetSession> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The session that sent this writeback request, locked until the transaction ends. */
    public Optional<ResetSession> lockByRequest(UUID requestId) {
        return find("requestId", requestId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Sessions whose agent should have answered before {@code deadline}. */
    public List<UUID> overdueWritebacks(Instant deadline) {
        return ids("where state = 'WRITEBACK_PENDING' and requestExpiresAt < :deadline", "deadline", deadline);
    }

    /** Sessions that wait for their user beyond {@code deadline}. */
    public List<UUID> overdueUsers(Instant deadline) {
        return ids("where state in ('GATES_OPEN', 'PASSWORD_OPEN') and expiresAt <= :deadline", "deadline", deadline);
    }

    /** Those of {@code sessions} that no longer wait for an agent. */
    public List<UUID> settled(Collection<UUID> sessions) {
        return ids("where id in :sessions and state <> 'WRITEBACK_PENDING'", "sessions", sessions);
    }

    private List<UUID> ids(String where, String name, Object value) {
        return getEntityManager()
                .createQuery("select id from ResetSession " + where, UUID.class)
                .setParameter(name, value)
                .getResultList();
    }
}
