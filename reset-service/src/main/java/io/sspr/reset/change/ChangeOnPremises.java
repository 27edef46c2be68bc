package io.sspr.reset.change;

import io.smallrye.mutiny.Uni;
import io.sspr.contract.SsprCode;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.password.JudgePassword;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Claimant;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.signin.SmartLockout.Attempt;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AskAgent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Has the agent change a password that is mastered on-premises; the directory judges the current one. What the cloud has against the new password is
 * told only to somebody who has the current one right: then the agent is asked for nothing but that. Source: R-CHG-01, R-WB-40, R-WB-41, R-BAN-08.
 */
@ApplicationScoped
class ChangeOnPremises {
    private final CheckChange checkChange;
    private final JudgePassword judgePassword;
    private final PasswordHash passwordHash;
    private final AskAgent askAgent;
    private final SmartLockout lockout;
    private final ReportChange reportChange;

    ChangeOnPremises(
            CheckChange checkChange,
            JudgePassword judgePassword,
            PasswordHash passwordHash,
            AskAgent askAgent,
            SmartLockout lockout,
            ReportChange reportChange) {
        this.checkChange = checkChange;
        this.judgePassword = judgePassword;
        this.passwordHash = passwordHash;
        this.askAgent = askAgent;
        this.lockout = lockout;
        this.reportChange = reportChange;
    }

    /** Why not; empty if it is changed. The facts about a change that was asked for are written by {@link CompleteChange}. */
    Uni<Optional<Refusal>> change(Attempt attempt, Secret current, Secret replacement) {
        Claimant claimant = attempt.claimant();
        Tenant tenant = claimant.tenant().orElseThrow();
        Account account = claimant.account().orElseThrow();
        Optional<SsprCode> obstacle = checkChange.obstacle(tenant, account);
        if (obstacle.isPresent()) {
            lockout.undecided(attempt);
            reportChange.refused(claimant, obstacle.get());
            return Uni.createFrom().item(Optional.of(Refusal.of(obstacle.get())));
        }
        if (current.length() > JudgePassword.LONGEST_ON_PREMISES) {
            lockout.failed(attempt); // no directory holds such a password, and no seal does
            reportChange.wrongPassword(claimant);
            return Uni.createFrom().item(Optional.of(Refusal.of(ProblemName.CURRENT_PASSWORD_WRONG)));
        }
        Optional<Verdict> verdict = judgePassword.judge(tenant, account, replacement);
        if (verdict.isPresent()) {
            return askAgent.ask(askAgent.whetherRight(tenant, account, current, claimant.visitor()))
                    .map(answer -> Optional.of(refuse(attempt, answer, verdict.get())));
        }
        String pendingHash = account.kind().isHeldInCloud() ? passwordHash.of(replacement) : null;
        return askAgent.ask(askAgent.toChange(tenant, account, current, replacement, pendingHash, claimant.visitor()))
                .map(answer -> settle(attempt, answer));
    }

    private Refusal refuse(Attempt attempt, AgentAnswer answer, Verdict verdict) {
        Optional<Refusal> refusal = settle(attempt, answer);
        if (refusal.isPresent()) {
            reportChange.refused(attempt.claimant(), answer);
            return refusal.get();
        }
        reportChange.refused(attempt.claimant(), verdict);
        return Refusal.of(verdict.problem(), verdict.rules());
    }

    private Optional<Refusal> settle(Attempt attempt, AgentAnswer answer) {
        if (answer.isDone()) {
            lockout.succeeded(attempt);
            return Optional.empty();
        }
        return Optional.of(
                switch (answer.reason()) {
                    case INCORRECT_PASSWORD -> {
                        lockout.failed(attempt);
                        yield Refusal.of(ProblemName.CURRENT_PASSWORD_WRONG);
                    }
                    case PASSWORD_POLICY -> undecided(attempt, Refusal.of(ProblemName.ON_PREMISES_POLICY_VIOLATION));
                    case ACCOUNT_LOCKED_OUT -> undecided(attempt, Refusal.of(ProblemName.ACCOUNT_LOCKED_ON_PREMISES));
                    default -> undecided(attempt, Refusal.of(answer.reason().code()));
                });
    }

    private Refusal undecided(Attempt attempt, Refusal refusal) {
        lockout.undecided(attempt);
        return refusal;
    }
}
