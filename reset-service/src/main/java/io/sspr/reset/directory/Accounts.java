package io.sspr.reset.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sspr.contract.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of all tenants. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {
    private static final UUID FIRST = new UUID(0, 0);
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Collector<Account, ?, Set<String>> LOWER_NAMES =
            Collectors.mapping(account -> account.userPrincipalName.toLowerCase(Locale.ROOT), Collectors.toSet());

    /** The account with exactly this name, in any case; accounts that the directory has removed have none. Source: R-UID-02. */
    public Optional<Account> named(String userPrincipalName) {
        return find("lower(userPrincipalName) = lower(?1) and removedAt is null", userPrincipalName)
                .firstResultOptional();
    }

    /** Those of these names, all in lower case, whose account has a password that the cloud keeps a hash of. */
    @Transactional
    Set<String> withPassword(List<String> names) {
        return named(names).filter(account -> account.passwordHash != null).collect(LOWER_NAMES);
    }

    /** Those of these names, all in lower case, whose account is another tenant's. */
    Set<String> ofOtherTenants(String tenant, List<String> names) {
        return named(names).filter(account -> !account.tenantId.equals(tenant)).collect(LOWER_NAMES);
    }

    private Stream<Account> named(List<String> names) {
        return list("lower(userPrincipalName) in ?1 and removedAt is null", names).stream();
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

    /** As above, for an id or a user principal name as somebody typed it. */
    public Optional<Account> ofTenant(String tenant, String idOrName) {
        return ID.matcher(idOrName).matches()
                ? ofTenant(tenant, UUID.fromString(idOrName))
                : named(idOrName).filter(account -> account.tenantId.equals(tenant));
    }

    /** Who has, or had, that account: the id is all that is left of somebody whose account is gone. */
    public Person person(UUID id, String ipAddress) {
        return findByIdOptional(id)
                .map(account -> account.person(ipAddress))
                .orElseGet(() -> new Person(id, null, null, ipAddress));
    }

    /**
     * Who takes the place of an account that the tenant does not have: a made-up one, after a user whom the name draws. Source: R-ERR-91.
     *
     * @param subject a keyed hash of the name that was typed
     */
    public Account decoy(String tenant, String subject) {
        UUID id = DecoyAccount.id(subject);
        return DecoyAccount.of(id, tenant, userFrom(tenant, id).or(() -> userFrom(tenant, FIRST)));
    }

    /** The tenant's first user from this id on who holds something to prove themselves with. */
    private Optional<Account> userFrom(String tenant, UUID id) {
        String sql = "select * from account where tenant_id = :tenant and id >= :id and enabled and not guest"
                + " and removed_at is null and cardinality(roles) = 0"
                + " and coalesce(authentication_phone, mobile_phone, authentication_email, alternate_email) is not null"
                + " order by id";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, Account.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList();
        return found.stream().map(Account.class::cast).findFirst();
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
