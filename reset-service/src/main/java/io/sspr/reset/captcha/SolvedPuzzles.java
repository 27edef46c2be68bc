package io.sspr.reset.captcha;

import io.sspr.reset.captcha.ProofOfWork.Solved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** The puzzles that were solved and must not pass again, until they would have expired. */
@ApplicationScoped
class SolvedPuzzles {
    private final EntityManager entityManager;

    SolvedPuzzles(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Whether this is its first use, on any replica. A transaction of its own: a use that comes to nothing is a use, too. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean use(Solved puzzle) {
        return entityManager
                        .createNativeQuery("insert into captcha_used (challenge, expires_at)"
                                + " values (:challenge, :expiresAt) on conflict do nothing")
                        .setParameter("challenge", puzzle.challenge())
                        .setParameter("expiresAt", puzzle.expiresAt())
                        .executeUpdate()
                == 1;
    }

    @Transactional
    void forget(Instant expiredBefore) {
        entityManager
                .createNativeQuery("delete from captcha_used where expires_at < :expiredBefore")
                .setParameter("expiredBefore", expiredBefore)
                .executeUpdate();
    }
}
