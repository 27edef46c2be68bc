package io.sspr.reset.admin;

import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Gives a user of the administrator's own tenant another password, whether or not self-service is switched on for anybody. One that the cloud masters is
 * in force when this returns; one that is mastered on-premises is set by the agent, and the answer is waited for. Source: R-ACT-06, R-WB-42 … R-WB-45.
 */
@ApplicationScoped
class ResetByAdmin {
    private final Tenants tenants;
    private final Accounts accounts;
    private final ResetInCloud resetInCloud;
    private final ResetOnPremises resetOnPremises;
    private final ReportAdminReset report;

    ResetByAdmin(
            Tenants tenants,
            Accounts accounts,
            ResetInCloud resetInCloud,
            ResetOnPremises resetOnPremises,
            ReportAdminReset report) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.resetInCloud = resetInCloud;
        this.resetOnPremises = resetOnPremises;
        this.report = report;
    }

    /**
     * What the administrator asks for.
     *
     * @param user id or user principal name
     * @param newPassword null to have one made up, which only the cloud does
     * @param seen {@link UserView#passwordVersion} of the password to be replaced; null if the administrator does not mind
     */
    record Wish(String user, Secret newPassword, boolean mustChange, Long seen) {}

    /** What came of it. */
    sealed interface Result {
        /** @param generated the password that was made up, to be told once; null if the administrator chose it */
        record Done(Secret generated) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    Uni<Result> reset(Caller administrator, Wish wish, Visitor visitor) {
        Optional<AdminReset> found = find(administrator, wish, visitor);
        if (found.isEmpty()) {
            return now(ProblemName.NOT_FOUND);
        }
        AdminReset reset = found.get();
        Optional<ProblemName> obstacle = MayReset.obstacle(administrator, reset.account());
        if (obstacle.isPresent()) {
            report.refused(reset, obstacle.get());
            return now(obstacle.get());
        }
        return reset.account().kind().isManagedOnPremises()
                ? resetOnPremises.reset(reset, wish.newPassword())
                : Uni.createFrom().item(resetInCloud.reset(reset, wish.newPassword(), wish.seen()));
    }

    @Transactional
    Optional<AdminReset> find(Caller administrator, Wish wish, Visitor visitor) {
        return accounts.ofTenant(administrator.tenantId(), wish.user())
                .map(account -> new AdminReset(
                        tenants.findById(account.tenantId()),
                        account,
                        administrator.person(),
                        wish.mustChange(),
                        visitor));
    }

    private static Uni<Result> now(ProblemName why) {
        return Uni.createFrom().item(new Result.Refused(Refusal.of(why)));
    }
}
