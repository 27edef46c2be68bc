package io.sspr.reset.gate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sspr.contract.delivery.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The challenges of all sessions. Apart from their delivery they change only while their session's row is locked. */
@ApplicationScoped
public class Challenges implements PanacheRepositoryBase<Challenge, UUID> {

    /** The challenge that can open the session's next gate. */
    public Optional<Challenge> open(UUID session) {
        return find("sessionId = ?1 and status = ?2", session, Challenge.Status.OPEN)
                .firstResultOptional();
    }

    /** The challenge that the session's user asked for last, whatever became of it. */
    public Optional<Challenge> latest(UUID session) {
        return find("sessionId = ?1 order by createdAt desc", session).firstResultOptional();
    }

    Optional<Challenge> ofSession(UUID session, UUID challenge) {
        return find("id = ?1 and sessionId = ?2", challenge, session).firstResultOptional();
    }

    /** As it is now that the session's row is locked. */
    Challenge fresh(Challenge challenge) {
        getEntityManager().refresh(challenge);
        return challenge;
    }

    void supersedeOpen(UUID session) {
        update(
                "status = ?1 where sessionId = ?2 and status = ?3",
                Challenge.Status.SUPERSEDED,
                session,
                Challenge.Status.OPEN);
    }

    @Transactional
    void delivery(UUID challenge, Channel channel, Challenge.Delivery delivery) {
        update("delivery = ?1 where id = ?2 and channel = ?3", delivery, challenge, channel);
    }
}
