package io.sspr.reset.authenticator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sspr.reset.authenticator.Authenticator.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The apps of all accounts. */
@ApplicationScoped
public class Authenticators implements PanacheRepositoryBase<Authenticator, UUID> {

    /** Oldest first. */
    public List<Authenticator> ofAccount(UUID account) {
        return list("accountId = ?1 order by createdAt, id", account);
    }

    /** Whether the account can be asked for the code of an app. */
    public boolean hasAny(UUID account) {
        return count("accountId = ?1", account) > 0;
    }

    /** The app that is asked to approve: the one added last of those that can be reached. Source: R-APP-03. */
    public Optional<Authenticator> pushDevice(UUID account) {
        return list("accountId = ?1 and device is not null order by createdAt desc, id", account).stream()
                .findFirst();
    }

    /** Whether the account had that app. */
    @Transactional
    public boolean remove(UUID account, UUID authenticator) {
        return delete("id = ?1 and accountId = ?2", authenticator, account) == 1;
    }

    /** Keeps everybody else from adding apps to the account until the transaction ends, and counts those of this kind. */
    long lockAndCount(UUID account, Kind kind) {
        getEntityManager()
                .createNativeQuery("select id from account where id = :account for no key update")
                .setParameter("account", account)
                .getResultList();
        return count("accountId = ?1 and kind = ?2", account, kind);
    }

    void add(Authenticator authenticator) {
        persist(authenticator);
    }

    /** Of many tries at once with the code of one step, exactly one is true. Source: R-APP-02. */
    boolean useUp(UUID authenticator, long step) {
        return update("lastStep = ?1 where id = ?2 and lastStep < ?1", step, authenticator) == 1;
    }
}
