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

    /** The tenant's account with this id; empty if it is another's, or the directory has removed it. */
    public Optional<Account> ofTenant(String tenant, UUID id) {
        return findByIdOptional(id).filter(account -> account.tenantId.equals(tenant) && !account.isRemoved());
    }

    /**
     * The tenant's accounts in whose name or user principal name {@code text} occurs, in any case; by user principal name.
     *
     * @param text empty for all of them
     * @param after the account that the accounts before ended with; null from the first
     */
    public List<Account> search(String tenant, String text, UUID after, int limit) {
        String sql = "select * from account where tenant_id = :tenant and removed_at is null"
                + " and (position(lower(:text) in lower(user_principal_name)) > 0"
                + " or position(lower(:text) in lower(display_name)) > 0)"
                + " and lower(user_principal_name) > coalesce((select lower(former.user_principal_name)"
                + " from account former where former.id = cast(nullif(:after, '') as uuid) and former.tenant_id = :tenant), '')"
                + " order by lower(user_principal_name)";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, Account.class)
                .setParameter("tenant", tenant)
                .setParameter("text", text)
                .setParameter("after", after == null ? "" : after.toString())
                .setMaxResults(limit)
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

    /** The first others of the user's tenant who hold this role and can be told something, by their names. Source: R-HLP-03, R-HLP-04. */
    public List<Account> reachableHolders(Account user, String role, int most) {
        String sql = "select * from account where tenant_id = :tenant and id <> :user and enabled and not guest"
                + " and removed_at is null and trim(mail) <> '' and :role = any(roles)"
                + " order by lower(user_principal_name)";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, Account.class)
                .setParameter("tenant", user.tenantId)
                .setParameter("user", user.id)
                .setParameter("role", role)
                .setMaxResults(most)
                .getResultList();
        return found.stream().map(Account.class::cast).toList();
    }
}
