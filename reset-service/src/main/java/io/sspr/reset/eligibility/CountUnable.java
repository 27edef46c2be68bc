package io.sspr.reset.eligibility;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.eligibility.Holdings.Holding;
import io.sspr.reset.gate.Means;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.writeback.AgentReachability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells how many users a change of settings would leave with too few methods, before it is made. Nothing of theirs is deleted, but code 14 is all they
 * would get. Source: R-MTH-26.
 */
@ApplicationScoped
public class CountUnable {
    private final Holdings holdings;
    private final Groups groups;
    private final Clock clock;

    CountUnable(Holdings holdings, Groups groups, Clock clock) {
        this.holdings = holdings;
        this.groups = groups;
        this.clock = clock;
    }

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
        Set<String> scopes = Stream.of(now, then)
                .flatMap(settings -> settings.tenant().policy().scopeGroup().stream())
                .collect(Collectors.toSet());
        try (Stream<Holding> users = holdings.ofUsers(tenant.id(), scopes)) {
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

    private boolean lacksMethods(Holding user, Settings settings) {
        Tenant tenant = settings.tenant();
        Account account = user.account();
        Means means = new Means(
                account.resetPhone(),
                account.officePhone(),
                account.resetMail(),
                user.device(),
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
}
