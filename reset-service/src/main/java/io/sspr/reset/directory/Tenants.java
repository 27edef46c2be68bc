package io.sspr.reset.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tenants and the domains of their users. */
@ApplicationScoped
public class Tenants implements PanacheRepositoryBase<Tenant, String> {

    /** The tenant whose users have names under this domain; {@code domain} in any case. */
    public Optional<Tenant> ofDomain(String domain) {
        List<?> ids = getEntityManager()
                .createNativeQuery("select tenant_id from tenant_domain where domain = lower(:domain)")
                .setParameter("domain", domain)
                .getResultList();
        return ids.stream().findFirst().map(id -> findById(id.toString()));
    }

    /** The tenant, locked until the transaction ends. */
    public Tenant lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Stores a tenant and makes {@code domains} its only ones. */
    void store(Tenant tenant, Set<String> domains) {
        getEntityManager().merge(tenant);
        getEntityManager().flush();
        getEntityManager()
                .createNativeQuery("delete from tenant_domain where tenant_id = :tenant")
                .setParameter("tenant", tenant.id)
                .executeUpdate();
        for (String domain : domains) {
            getEntityManager()
                    .createNativeQuery("insert into tenant_domain (domain, tenant_id) values (lower(:domain), :tenant)")
                    .setParameter("domain", domain)
                    .setParameter("tenant", tenant.id)
                    .executeUpdate();
        }
    }
}
