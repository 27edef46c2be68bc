package io.sspr.reset.admin;

import io.smallrye.mutiny.Uni;
import io.sspr.contract.SsprCode;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.admin.ResetByAdmin.Result;
import io.sspr.reset.change.CheckChange;
import io.sspr.reset.directory.Account;
import io.sspr.reset.password.JudgePassword;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AskAgent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Has the agent set a password that is mastered on-premises. It needs what a change needs: a licence, writeback switched on, and an agent that can be
 * reached; and a password, since what the directory demands of one is not known here. Source: R-WB-42, R-WB-05, R-BAN-08.
 */
@ApplicationScoped
class ResetOnPremises {
    private final CheckChange checkChange;
    private final JudgePassword judgePassword;
    private final PasswordHash passwordHash;
    private final AskAgent askAgent;
    private final ReportAdminReset report;

    ResetOnPremises(
            CheckChange checkChange,
            JudgePassword judgePassword,
            PasswordHash passwordHash,
            AskAgent askAgent,
            ReportAdminReset report) {
        this.checkChange = checkChange;
        this.judgePassword = judgePassword;
        this.passwordHash = passwordHash;
        this.askAgent = askAgent;
        this.report = report;
    }

    /** The facts about a reset that the agent was asked for are written by {@link CompleteAdminReset}. */
    Uni<Result> reset(AdminReset reset, Secret password) {
        if (password == null) {
            return refused(Refusal.of(ProblemName.NEW_PASSWORD_REQUIRED));
        }
        Account account = reset.account();
        Optional<SsprCode> obstacle = checkChange.obstacle(reset.tenant(), account);
        if (obstacle.isPresent()) {
            report.refused(reset, obstacle.get());
            return refused(Refusal.of(obstacle.get()));
        }
        Optional<Verdict> verdict = judgePassword.judge(reset.tenant(), account, password);
        if (verdict.isPresent()) {
            report.refused(reset, verdict.get());
            return refused(Refusal.of(verdict.get().problem(), verdict.get().rules()));
        }
        String pendingHash = account.kind().isHeldInCloud() ? passwordHash.of(password) : null;
        AskAgent.OnBehalf onBehalf = new AskAgent.OnBehalf(reset.by().id(), reset.mustChange());
        return askAgent.ask(askAgent.toReset(reset.tenant(), account, password, pendingHash, onBehalf, reset.visitor()))
                .map(ResetOnPremises::result);
    }

    private static Result result(AgentAnswer answer) {
        if (answer.isDone()) {
            return new Result.Done(null);
        }
        return new Result.Refused(
                answer.reason() == WritebackVerdict.PASSWORD_POLICY
                        ? Refusal.of(ProblemName.ON_PREMISES_POLICY_VIOLATION)
                        : Refusal.of(answer.reason().code()));
    }

    private static Uni<Result> refused(Refusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }
}
