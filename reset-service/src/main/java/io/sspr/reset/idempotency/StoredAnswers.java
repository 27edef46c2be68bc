package io.sspr.reset.idempotency;

import io.sspr.reset.idempotency.Attempt.Answered;
import io.sspr.reset.idempotency.Attempt.Claimed;
import io.sspr.reset.idempotency.Attempt.InProgress;
import io.sspr.reset.idempotency.Attempt.Reused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The requests that carried an {@code Idempotency-Key} during the last 24 hours, and their answers, sealed. Works across replicas: of many that claim
 * one request, the database lets one.
 */
@ApplicationScoped
class StoredAnswers {
    private static final Duration KEPT = Duration.ofHours(24);

    /** A client may wait 60 seconds for an answer; what takes longer by this much has died. */
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(90);

    private final EntityManager entityManager;
    private final Clock clock;

    StoredAnswers(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Claims a request that nobody else has claimed, or whose claimant died, or that was answered too long ago to be remembered. */
    @Transactional
    Attempt claim(KeyedRequest request) {
        UUID claim = UUID.randomUUID();
        Instant now = clock.instant();
        int claimed = entityManager
                .createNativeQuery("insert into idempotent_request as kept (id, fingerprint, claim, claimed_at)"
                        + " values (:id, :fingerprint, :claim, :now)"
                        + " on conflict (id) do update set fingerprint = excluded.fingerprint, claim = excluded.claim,"
                        + " claimed_at = excluded.claimed_at, answer = null"
                        + " where kept.claimed_at < :forgotten or (kept.claimed_at < :abandoned and kept.answer is null"
                        + " and kept.fingerprint = excluded.fingerprint)")
                .setParameter("id", request.id())
                .setParameter("fingerprint", request.fingerprint())
                .setParameter("claim", claim)
                .setParameter("now", now)
                .setParameter("forgotten", now.minus(KEPT))
                .setParameter("abandoned", now.minus(ABANDONED_AFTER))
                .executeUpdate();
        return claimed == 1 ? new Claimed(claim) : earlier(request);
    }

    private Attempt earlier(KeyedRequest request) {
        List<?> rows = entityManager
                .createNativeQuery("select fingerprint, answer from idempotent_request where id = :id", Object[].class)
                .setParameter("id", request.id())
                .getResultList();
        if (rows.isEmpty()) {
            // It was released just now; the client may try again.
            return new InProgress();
        }
        Object[] row = (Object[]) rows.get(0);
        if (!MessageDigest.isEqual((byte[]) row[0], request.fingerprint())) {
            return new Reused();
        }
        return row[1] == null ? new InProgress() : new Answered((byte[]) row[1]);
    }

    /** Keeps the answer, unless the claim has gone to somebody else. */
    @Transactional
    void keep(KeyedRequest request, UUID claim, byte[] answer) {
        entityManager
                .createNativeQuery("update idempotent_request set answer = :answer where id = :id and claim = :claim")
                .setParameter("answer", request.seal(answer))
                .setParameter("id", request.id())
                .setParameter("claim", claim)
                .executeUpdate();
    }

    /** Leaves the request to whoever tries again. */
    @Transactional
    void release(KeyedRequest request, UUID claim) {
        entityManager
                .createNativeQuery("delete from idempotent_request where id = :id and claim = :claim")
                .setParameter("id", request.id())
                .setParameter("claim", claim)
                .executeUpdate();
    }

    @Transactional
    void forgetOld() {
        entityManager
                .createNativeQuery("delete from idempotent_request where claimed_at < :forgotten")
                .setParameter("forgotten", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
