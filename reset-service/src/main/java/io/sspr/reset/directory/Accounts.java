package io.sspr.reset.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The accounts of all tenants. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

    /** The account with exactly this name, in any case; accounts that the directory has removed have none. Source: R-UID-02. */
    public Optional<Account> named(String userPrincipalName) {
        return find("lower(userPrincipalName) = lower(?1) and removedAt is null", userPrincipalName)
                .firstResultOptional();
    }

    /** The account as it is now, whatever was read of it before, and locked until the transaction ends. */
    public Account lock(UUID id) {
        Account account = findById(id);
        getEntityManager().refresh(account, LockModeType.PESSIMISTIC_WRITE);
        return account;
    }

    /** The tenant's accounts that have this mail address, in any case, as primary or other one. Source: R-UID-02. */
    List<Account> withAddress(String tenant, String address) {
        String sql = "select * from account where tenant_id = :tenant and removed_at is null"
                + " and proxy_addresses && array['smtp:' || lower(:address), 'SMTP:' || lower(:address)]";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, Account.class)
                .setParameter("tenant", tenant)
                .setParameter("address", address)
                .setMaxResults(2)
                .getResultList();
        return found.stream().map(Account.class::cast).toList();
    }

    /** The tenant's other administrators who can be told something. Source: R-NTF-02. */
    public List<Account> otherAdministrators(Account administrator) {
        return list(
                        "tenantId = ?1 and id <> ?2 and enabled and removedAt is null and mail is not null",
                        administrator.tenantId,
                        administrator.id)
                .stream()
                .filter(Account::isAdministrator)
                .toList();
    }
}
