package io.sspr.reset.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sspr.contract.delivery.Channel;
import io.sspr.reset.gate.Challenge.Delivery;
import io.sspr.reset.gate.Method;
import io.sspr.reset.registration.Verification.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The verifications of all accounts. Apart from delivery and expiry they change only in their account's turn. */
@ApplicationScoped
class Verifications implements PanacheRepositoryBase<Verification, UUID> {
    private static final int BATCH = 100;

    /** Nobody else's, and of no other sign-in of the same user. */
    Optional<Verification> ofSignIn(UUID id, Visit visit) {
        return find(
                        "id = ?1 and accountId = ?2 and signIn = ?3",
                        id,
                        visit.account().id(),
                        visit.signIn())
                .firstResultOptional();
    }

    /** What that form has begun in this sign-in. */
    Optional<Verification> ofForm(UUID form, Visit visit) {
        return find(
                        "form = ?1 and accountId = ?2 and signIn = ?3",
                        form,
                        visit.account().id(),
                        visit.signIn())
                .firstResultOptional();
    }

    /** As it is now that it is its account's turn. */
    Verification fresh(Verification verification) {
        getEntityManager().refresh(verification);
        return verification;
    }

    /** Whether one of these methods was passed in this sign-in, be it to prove or to register it. */
    boolean passedSince(Instant time, Visit visit, List<Method> methods) {
        return count(
                        "accountId = ?1 and signIn = ?2 and status = ?3 and passedAt > ?4 and method in ?5",
                        visit.account().id(),
                        visit.signIn(),
                        Status.PASSED,
                        time,
                        methods)
                > 0;
    }

    /** Makes this the only open one of its sign-in. */
    void open(Verification verification) {
        end(Status.SUPERSEDED, "signIn = ?2", verification.signIn);
        persist(verification);
    }

    /** Of all replicas one is told so. */
    boolean expire(UUID id) {
        return end(Status.EXPIRED, "id = ?2", id) == 1;
    }

    List<Verification> openAfterExpiry(Instant expiredBefore) {
        return find("status = ?1 and expiresAt < ?2 order by expiresAt, id", Status.OPEN, expiredBefore)
                .page(0, BATCH)
                .list();
    }

    void forget(Instant createdBefore) {
        delete("createdAt < ?1", createdBefore);
    }

    @Transactional
    void delivery(UUID id, Channel channel, Delivery delivery) {
        update("delivery = ?1 where id = ?2 and channel = ?3", delivery, id, channel);
    }

    private int end(Status how, String which, UUID key) {
        String forgotten = "datum = null, appName = null, appDevice = null, appSecret = null, codeHash = null";
        return update("status = ?1, " + forgotten + " where " + which + " and status = ?3", how, key, Status.OPEN);
    }
}
