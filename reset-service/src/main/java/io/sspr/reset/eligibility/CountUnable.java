package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.Means;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.writeback.AgentReachability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/**
 * Tells how many users a change of settings would leave with too few methods, before it is made. Nothing of theirs is deleted, but code 14 is all they
 * would get. Reads the tenant's accounts one after the other, so that their number does not matter for memory. Source: R-MTH-26.
 */
@ApplicationScoped
public class CountUnable {
    private static final int ROWS_AT_A_TIME = 500;

    /** Each account with all that the checks ask for, in one go. */
    private static final String ACCOUNTS = """
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
    private final Groups groups;
    private final Clock clock;

    CountUnable(EntityManager entityManager, Groups groups, Clock clock) {
        this.entityManager = entityManager;
        this.groups = groups;
        this.clock = clock;
    }

    /** What is known of one account besides its own row. */
    private record Held(
            Account account, Set<Licence> licences, Set<String> scopes, long answers, boolean hasApp, String device) {}

    /** What the settings say, and whether their group is still there. */
    private record Settings(Tenant tenant, boolean groupExists) {}

    /**
     * Users, and not administrators, who would get code 14 with the settings {@code after} and do not now.
     *
     * @param tenant with the settings in force
     */
    @Transactional
    public int count(Tenant tenant, TenantPolicy after) {
        Settings now = settings(tenant);
        Settings then = settings(tenant.under(after));
        try (Stream<Held> users = users(now, then)) {
            return Math.toIntExact(users.filter(user -> lacksMethods(user, then) && !lacksMethods(user, now))
                    .count());
        }
    }

    private Settings settings(Tenant tenant) {
        return new Settings(
                tenant,
                tenant.policy()
                        .scopeGroup()
                        .filter(group -> groups.exists(tenant.id(), group))
                        .isPresent());
    }

    private Stream<Held> users(Settings... settings) {
        String[] roots = Stream.of(settings)
                .flatMap(each -> each.tenant().policy().scopeGroup().stream())
                .distinct()
                .toArray(String[]::new);
        NativeQuery<Object[]> query = entityManager.unwrap(Session.class).createNativeQuery(ACCOUNTS, Object[].class);
        return query.addEntity("a", Account.class)
                .addScalar("inherited", StandardBasicTypes.STRING)
                .addScalar("scopes", StandardBasicTypes.STRING)
                .addScalar("answers", StandardBasicTypes.LONG)
                .addScalar("has_app", StandardBasicTypes.BOOLEAN)
                .addScalar("device", StandardBasicTypes.STRING)
                .setParameter("tenant", settings[0].tenant().id())
                .setParameter("roots", roots)
                .setReadOnly(true)
                .setFetchSize(ROWS_AT_A_TIME)
                .getResultStream()
                .map(this::read)
                .filter(user -> !user.account().isAdministrator());
    }

    private Held read(Object[] row) {
        Account account = (Account) row[0];
        entityManager.detach(account);
        Set<Licence> licences = Stream.concat(
                        account.licences(), texts(row[1], ",").map(Licence::valueOf))
                .collect(Collectors.toSet());
        return new Held(
                account,
                licences,
                texts(row[2], "\n").collect(Collectors.toSet()),
                (Long) row[3],
                (Boolean) row[4],
                (String) row[5]);
    }

    private boolean lacksMethods(Held user, Settings settings) {
        Tenant tenant = settings.tenant();
        Account account = user.account();
        Means means = new Means(
                account.resetPhone(),
                account.officePhone(),
                account.resetMail(),
                Optional.ofNullable(user.device()),
                user.hasApp(),
                user.answers() >= tenant.policy().sq().resetCount());
        Candidate candidate = new Candidate(
                tenant,
                account,
                settings.groupExists(),
                tenant.policy().scopeGroup().filter(user.scopes()::contains).isPresent(),
                user.licences(),
                RequiredGates.of(account, means, tenant, clock.instant()),
                AgentReachability.READY);
        return CheckEligibility.firstFailing(candidate)
                .map(Ineligible::code)
                .filter(SsprCode.USER_NOT_PROPERLY_CONFIGURED::equals)
                .isPresent();
    }

    private static Stream<String> texts(Object joined, String separator) {
        return joined == null
                ? Stream.of()
                : Stream.of(joined.toString().split(separator)).filter(text -> !text.isEmpty());
    }
}
