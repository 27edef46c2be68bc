package io.sspr.reset.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Shows administrators the groups of their tenant, a page at a time, and those that an account is in. */
@ApplicationScoped
public class BrowseGroups {
    /** Of more groups within a group the others are left out. */
    static final int MOST_WITHIN = 20;

    private static final int MOST_MEMBERSHIPS = 100;

    /** Names come one to a line. */
    private static final String LINES = "\n";

    private static final String PAGE = """
            select g.id, g.display_name, array_to_string(g.licences, ','), g.synced_by is not null,
            (select count(*) from group_account m where m.tenant_id = :tenant and m.group_id = g.id),
            (select string_agg(child.display_name, chr(10) order by lower(child.display_name)) from (
            select c.display_name from group_group n join account_group c on c.tenant_id = n.tenant_id and c.id = n.child_id
            where n.tenant_id = :tenant and n.parent_id = g.id order by lower(c.display_name), c.id limit :within) child)
            from (select * from account_group where tenant_id = :tenant
            and (:after = '' or (lower(display_name), id) >
            (select lower(former.display_name), former.id from account_group former
            where former.tenant_id = :tenant and former.id = :after))
            order by lower(display_name), id limit :limit) g
            order by lower(g.display_name), g.id""";
    private static final String OF_ACCOUNT = """
            with recursive above (id, direct) as (
            select group_id, true from group_account where tenant_id = :tenant and account_id = :account union
            select n.parent_id, false from group_group n join above on n.child_id = above.id and n.tenant_id = :tenant)
            select g.id, g.display_name, array_to_string(g.licences, ','), bool_or(above.direct)
            from above join account_group g on g.tenant_id = :tenant and g.id = above.id
            group by g.tenant_id, g.id order by bool_or(above.direct) desc, lower(g.display_name), g.id limit :limit""";

    private final EntityManager entityManager;

    BrowseGroups(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * By name.
     *
     * @param after id of the group that the groups before ended with; null from the first
     */
    @Transactional
    public List<GroupView> page(String tenant, String after, int limit) {
        List<?> rows = entityManager
                .createNativeQuery(PAGE)
                .setParameter("tenant", tenant)
                .setParameter("after", after == null ? "" : after)
                .setParameter("within", MOST_WITHIN)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(row -> group((Object[]) row)).toList();
    }

    /** Direct ones first, each by name; cycles of groups do no harm. */
    @Transactional
    public List<Membership> of(Account account) {
        List<?> rows = entityManager
                .createNativeQuery(OF_ACCOUNT)
                .setParameter("tenant", account.tenantId)
                .setParameter("account", account.id)
                .setParameter("limit", MOST_MEMBERSHIPS)
                .getResultList();
        return rows.stream().map(row -> membership((Object[]) row)).toList();
    }

    private static GroupView group(Object[] row) {
        return new GroupView(
                row[0].toString(),
                row[1].toString(),
                licences(row[2]),
                ((Number) row[4]).intValue(),
                row[5] == null ? List.of() : List.of(row[5].toString().split(LINES)),
                (Boolean) row[3]);
    }

    private static Membership membership(Object[] row) {
        return new Membership(row[0].toString(), row[1].toString(), licences(row[2]), (Boolean) row[3]);
    }

    private static List<Licence> licences(Object names) {
        return Stream.of(names.toString().split(","))
                .filter(name -> !name.isEmpty())
                .map(Licence::valueOf)
                .toList();
    }
}
