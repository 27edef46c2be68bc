package io.sspr.reset.admin;

import io.smallrye.mutiny.Uni;
import io.sspr.contract.SsprCode;
import io.sspr.reset.change.CheckChange;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.signin.Visitor;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AskAgent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Lets a user of the administrator's own tenant in again who is locked out, with the password that they have, whoever may set that password. What the
 * directory locks is unlocked by the agent, and the answer is waited for; the cloud's own lock ends with it, and at once where the cloud masters the
 * password. What is not locked is unlocked all the same. Source: R-ACT-06, R-WB-34, R-WB-05, R-LOK-05.
 */
@ApplicationScoped
class UnlockByAdmin {
    private final Tenants tenants;
    private final Accounts accounts;
    private final CheckChange checkChange;
    private final AskAgent askAgent;
    private final SmartLockout lockout;
    private final ReportAdminUnlock report;

    UnlockByAdmin(
            Tenants tenants,
            Accounts accounts,
            CheckChange checkChange,
            AskAgent askAgent,
            SmartLockout lockout,
            ReportAdminUnlock report) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.checkChange = checkChange;
        this.askAgent = askAgent;
        this.lockout = lockout;
        this.report = report;
    }

    /**
     * Why not; empty if the account is unlocked.
     *
     * @param user id or user principal name
     */
    Uni<Optional<Refusal>> unlock(Caller administrator, String user, Visitor visitor) {
        Optional<AdminUnlock> found = find(administrator, user, visitor);
        if (found.isEmpty()) {
            return refused(Refusal.of(ProblemName.NOT_FOUND));
        }
        AdminUnlock unlock = found.get();
        Optional<ProblemName> obstacle = MayReset.obstacle(administrator, unlock.account());
        if (obstacle.isPresent()) {
            report.refused(unlock, obstacle.get());
            return refused(Refusal.of(obstacle.get()));
        }
        if (unlock.account().kind().isManagedOnPremises()) {
            return onPremises(unlock);
        }
        inCloud(unlock);
        return Uni.createFrom().item(Optional.empty());
    }

    @Transactional
    Optional<AdminUnlock> find(Caller administrator, String user, Visitor visitor) {
        return accounts.ofTenant(administrator.tenantId(), user)
                .map(account -> new AdminUnlock(
                        tenants.findById(account.tenantId()), account, administrator.person(), visitor));
    }

    @Transactional
    void inCloud(AdminUnlock unlock) {
        lockout.clear(unlock.account().id());
        report.succeeded(unlock);
    }

    /** What comes of it is written down by {@link CompleteAdminUnlock}. */
    private Uni<Optional<Refusal>> onPremises(AdminUnlock unlock) {
        Optional<SsprCode> obstacle = checkChange.obstacle(unlock.tenant(), unlock.account());
        if (obstacle.isPresent()) {
            report.refused(unlock, obstacle.get());
            return refused(Refusal.of(obstacle.get()));
        }
        return askAgent.ask(askAgent.toUnlock(unlock.account(), unlock.by().id(), unlock.visitor()))
                .map(UnlockByAdmin::result);
    }

    private static Optional<Refusal> result(AgentAnswer answer) {
        return answer.isDone()
                ? Optional.empty()
                : Optional.of(Refusal.of(answer.reason().code()));
    }

    private static Uni<Optional<Refusal>> refused(Refusal why) {
        return Uni.createFrom().item(Optional.of(why));
    }
}
