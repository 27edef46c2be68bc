package io.sspr.reset.admin;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.admin.ResetByAdmin.Result;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.password.JudgePassword;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Sets a password that the cloud masters: the administrator's, held to the rules that bind the user, or one that is made up. Source: R-WB-01, R-CLD-01, R-BAN-01. */
@ApplicationScoped
class ResetInCloud {
    private final Accounts accounts;
    private final JudgePassword judgePassword;
    private final GeneratePassword generatePassword;
    private final PasswordHash passwordHash;
    private final ApplyAdminReset apply;
    private final ReportAdminReset report;

    ResetInCloud(
            Accounts accounts,
            JudgePassword judgePassword,
            GeneratePassword generatePassword,
            PasswordHash passwordHash,
            ApplyAdminReset apply,
            ReportAdminReset report) {
        this.accounts = accounts;
        this.judgePassword = judgePassword;
        this.generatePassword = generatePassword;
        this.passwordHash = passwordHash;
        this.apply = apply;
        this.report = report;
    }

    /**
     * @param wanted null to have one made up
     * @param seen as in {@link ResetByAdmin.Wish}
     */
    Result reset(AdminReset reset, Secret wanted, Long seen) {
        Optional<Verdict> verdict =
                wanted == null ? Optional.empty() : judgePassword.judge(reset.tenant(), reset.account(), wanted);
        if (verdict.isPresent()) {
            report.refused(reset, verdict.get());
            return new Result.Refused(
                    Refusal.of(verdict.get().problem(), verdict.get().rules()));
        }
        Secret generated = wanted == null ? generatePassword.generate(reset.tenant(), reset.account()) : null;
        String hash = passwordHash.of(wanted == null ? generated : wanted);
        return isSet(reset, hash, seen)
                ? new Result.Done(generated)
                : new Result.Refused(Refusal.of(ProblemName.VERSION_OUTDATED));
    }

    /**
     * False if the cloud does not master the account's password any more: then only the agent may set it; or if somebody else was faster. Source:
     * R-WB-44.
     */
    @Transactional
    boolean isSet(AdminReset reset, String hash, Long seen) {
        apply.liftBlock(reset.account(), reset.by());
        Account account = accounts.lock(reset.account().id());
        boolean isOutdated = seen != null && seen != UserView.passwordVersion(account);
        if (isOutdated || account.kind().isManagedOnPremises()) {
            return false;
        }
        apply.inForce(account, hash, reset.mustChange());
        report.succeeded(reset, account);
        return true;
    }
}
