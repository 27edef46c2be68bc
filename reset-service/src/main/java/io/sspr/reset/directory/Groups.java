package io.sspr.reset.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups, who is in them, and the licences that they hand on. */
@ApplicationScoped
public class Groups {
    private final EntityManager entityManager;

    Groups(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public boolean exists(String tenant, String group) {
        return !entityManager
                .createNativeQuery("select 1 from account_group where tenant_id = :tenant and id = :group")
                .setParameter("tenant", tenant)
                .setParameter("group", group)
                .getResultList()
                .isEmpty();
    }

    /** What the group is called; empty if there is no such group. */
    @Transactional
    public Optional<String> nameOf(String tenant, String group) {
        List<?> names = entityManager
                .createNativeQuery("select display_name from account_group where tenant_id = :tenant and id = :group")
                .setParameter("tenant", tenant)
                .setParameter("group", group)
                .getResultList();
        return names.stream().findFirst().map(Object::toString);
    }

    /** The id of the group with this id, or else of the only one with this name, in any case. */
    @Transactional
    public Optional<String> named(String tenant, String idOrName) {
        if (exists(tenant, idOrName)) {
            return Optional.of(idOrName);
        }
        List<?> ids = entityManager
                .createNativeQuery(
                        "select id from account_group where tenant_id = :tenant and lower(display_name) = lower(:name)")
                .setParameter("tenant", tenant)
                .setParameter("name", idOrName)
                .setMaxResults(2)
                .getResultList();
        return ids.size() == 1 ? Optional.of(ids.get(0).toString()) : Optional.empty();
    }

    /** Whether the account is in the group, directly or through groups within it; a cycle of groups ends by itself. Source: R-CFG-03. */
    public boolean isMember(Account account, String group) {
        String sql = "with recursive scope (id) as ("
                + " select cast(:group as text) union"
                + " select g.child_id from group_group g join scope on g.parent_id = scope.id and g.tenant_id = :tenant)"
                + " select 1 from group_account m join scope on m.group_id = scope.id"
                + " where m.tenant_id = :tenant and m.account_id = :account";
        return !entityManager
                .createNativeQuery(sql)
                .setParameter("group", group)
                .setParameter("tenant", account.tenantId)
                .setParameter("account", account.id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Licences from the groups that the account is a direct member of; groups within groups hand no licence on. Source: R-LIC-01. */
    public Stream<Licence> licencesOf(Account account) {
        String sql = "select array_to_string(g.licences, ',') from account_group g"
                + " join group_account m on m.tenant_id = g.tenant_id and m.group_id = g.id"
                + " where m.account_id = :account";
        List<?> rows = entityManager
                .createNativeQuery(sql)
                .setParameter("account", account.id)
                .getResultList();
        return rows.stream()
                .flatMap(row -> Arrays.stream(row.toString().split(",")))
                .filter(name -> !name.isEmpty())
                .map(Licence::valueOf);
    }

    /** Whether anybody in the tenant holds a licence for what only P1 and P2 have. Source: R-LIC-04. */
    public boolean holdsPremiumLicence(String tenant) {
        String sql = "select 1 where exists (select 1 from account where tenant_id = :tenant and removed_at is null"
                + " and licences && cast(:premium as text[]))"
                + " or exists (select 1 from account_group where tenant_id = :tenant and licences && cast(:premium as text[]))";
        return !entityManager
                .createNativeQuery(sql)
                .setParameter("tenant", tenant)
                .setParameter("premium", Licence.premium().map(Enum::name).collect(Collectors.joining(",", "{", "}")))
                .getResultList()
                .isEmpty();
    }

    void store(String tenant, String id, String displayName, Collection<Licence> licences) {
        entityManager
                .createNativeQuery("insert into account_group (tenant_id, id, display_name, licences)"
                        + " values (:tenant, :id, :name, string_to_array(:licences, ','))"
                        + " on conflict (tenant_id, id) do update"
                        + " set display_name = excluded.display_name, licences = excluded.licences")
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .setParameter("name", displayName)
                .setParameter("licences", licences.stream().map(Enum::name).collect(Collectors.joining(",")))
                .executeUpdate();
    }

    void nest(String tenant, String parent, Set<String> children) {
        entityManager
                .createNativeQuery("delete from group_group where tenant_id = :tenant and parent_id = :parent")
                .setParameter("tenant", tenant)
                .setParameter("parent", parent)
                .executeUpdate();
        for (String child : children) {
            entityManager
                    .createNativeQuery(
                            "insert into group_group (tenant_id, parent_id, child_id) values (:tenant, :parent, :child)")
                    .setParameter("tenant", tenant)
                    .setParameter("parent", parent)
                    .setParameter("child", child)
                    .executeUpdate();
        }
    }

    /** Makes these the account's groups, next to those of the directory. */
    void enrol(Account account, Set<String> groups) {
        entityManager
                .createNativeQuery("delete from group_account m using account_group g where m.account_id = :account"
                        + " and g.tenant_id = m.tenant_id and g.id = m.group_id and g.synced_by is null")
                .setParameter("account", account.id)
                .executeUpdate();
        for (String group : groups) {
            entityManager
                    .createNativeQuery(
                            "insert into group_account (tenant_id, group_id, account_id) values (:tenant, :group, :account)"
                                    + " on conflict do nothing")
                    .setParameter("tenant", account.tenantId)
                    .setParameter("group", group)
                    .setParameter("account", account.id)
                    .executeUpdate();
        }
    }
}
