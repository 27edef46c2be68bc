package io.sspr.reset.eligibility;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Licence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** What the users of a tenant hold, read one after the other, so that their number does not matter for memory. */
@ApplicationScoped
class Holdings {
    private static final int ROWS_AT_A_TIME = 500;

    /** Each account with all that the checks ask for, in one go. */
    private static final String HOLDINGS = """
            with recursive scope (root, id) as (
              select r, r from unnest(cast(:roots as text[])) r
              union
              select scope.root, g.child_id from group_group g
                join scope on g.parent_id = scope.id and g.tenant_id = :tenant)
            select {a.*},
              (select string_agg(array_to_string(g.licences, ','), ',') from group_account m
                join account_group g on g.tenant_id = m.tenant_id and g.id = m.group_id
                where m.account_id = a.id) as inherited,
              (select string_agg(distinct scope.root, chr(10)) from group_account m
                join scope on scope.id = m.group_id
                where m.tenant_id = :tenant and m.account_id = a.id) as scopes,
              (select count(*) from security_answer s where s.account_id = a.id) as answers,
              exists (select 1 from authenticator app where app.account_id = a.id) as has_app,
              (select max(app.device) from authenticator app where app.account_id = a.id) as device
            from account a
            where a.tenant_id = :tenant and a.removed_at is null and a.enabled and not a.guest
            """;

    private final EntityManager entityManager;

    Holdings(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * What one account holds.
     *
     * @param licences of its own and by its groups
     * @param scopes those of the groups asked for that it is in, directly or by groups in them
     * @param answers how many security questions it has answered
     * @param hasApp whether an authenticator app makes codes for it
     * @param device to which its app takes notifications
     */
    record Holding(
            Account account,
            Set<Licence> licences,
            Set<String> scopes,
            long answers,
            boolean hasApp,
            Optional<String> device) {}

    /**
     * Enabled members who are no administrators. Has to be closed, and read within one transaction.
     *
     * @param groups ids, of which it is told who is in them
     */
    Stream<Holding> ofUsers(String tenant, Set<String> groups) {
        NativeQuery<Object[]> query = entityManager.unwrap(Session.class).createNativeQuery(HOLDINGS, Object[].class);
        return query.addEntity("a", Account.class)
                .addScalar("inherited", StandardBasicTypes.STRING)
                .addScalar("scopes", StandardBasicTypes.STRING)
                .addScalar("answers", StandardBasicTypes.LONG)
                .addScalar("has_app", StandardBasicTypes.BOOLEAN)
                .addScalar("device", StandardBasicTypes.STRING)
                .setParameter("tenant", tenant)
                .setParameter("roots", groups.toArray(String[]::new))
                .setReadOnly(true)
                .setFetchSize(ROWS_AT_A_TIME)
                .getResultStream()
                .map(this::read)
                .filter(holding -> !holding.account().isAdministrator());
    }

    private Holding read(Object[] row) {
        Account account = (Account) row[0];
        entityManager.detach(account);
        Set<Licence> licences = Stream.concat(
                        account.licences(), texts(row[1], ",").map(Licence::valueOf))
                .collect(Collectors.toSet());
        return new Holding(
                account,
                licences,
                texts(row[2], "\n").collect(Collectors.toSet()),
                (Long) row[3],
                (Boolean) row[4],
                Optional.ofNullable((String) row[5]));
    }

    private static Stream<String> texts(Object joined, String separator) {
        return joined == null
                ? Stream.of()
                : Stream.of(joined.toString().split(separator)).filter(text -> !text.isEmpty());
    }
}
