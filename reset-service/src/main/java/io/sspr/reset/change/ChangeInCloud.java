package io.sspr.reset.change;

import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.password.JudgePassword;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Claimant;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.signin.SmartLockout.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Changes a password that the cloud masters: it is in force when this returns. Also answers for names that lead to no account. */
@ApplicationScoped
class ChangeInCloud {
    /** What the cloud asks of a change and not of a reset. Source: R-CLD-05. */
    enum Rule {
        DIFFERENT
    }

    private static final Verdict SAME_AS_CURRENT =
            new Verdict(Policy.CLOUD, ProblemName.CLOUD_POLICY_VIOLATION, List.of(Rule.DIFFERENT.name()));

    private final Accounts accounts;
    private final PasswordHash passwordHash;
    private final JudgePassword judgePassword;
    private final SmartLockout lockout;
    private final ReportChange reportChange;
    private final Clock clock;

    ChangeInCloud(
            Accounts accounts,
            PasswordHash passwordHash,
            JudgePassword judgePassword,
            SmartLockout lockout,
            ReportChange reportChange,
            Clock clock) {
        this.accounts = accounts;
        this.passwordHash = passwordHash;
        this.judgePassword = judgePassword;
        this.lockout = lockout;
        this.reportChange = reportChange;
        this.clock = clock;
    }

    /** Why not; empty if it is changed. */
    Optional<Refusal> change(Attempt attempt, Secret current, Secret replacement) {
        Claimant claimant = attempt.claimant();
        if (!passwordHash.matches(current, claimant.passwordHash())) {
            lockout.failed(attempt);
            return Optional.of(wrong(claimant));
        }
        lockout.succeeded(attempt);
        Optional<Verdict> verdict = judge(claimant, current, replacement);
        if (verdict.isPresent()) {
            reportChange.refused(claimant, verdict.get());
            return Optional.of(Refusal.of(verdict.get().problem(), verdict.get().rules()));
        }
        return isSet(claimant, passwordHash.of(replacement)) ? Optional.empty() : Optional.of(wrong(claimant));
    }

    /** Source: R-CLD-05, R-FLW-40. */
    private Optional<Verdict> judge(Claimant claimant, Secret current, Secret replacement) {
        Tenant tenant = claimant.tenant().orElseThrow();
        return replacement.equals(current)
                ? Optional.of(SAME_AS_CURRENT)
                : judgePassword.judge(tenant, claimant.account().orElseThrow(), replacement);
    }

    /** False if the password that was judged is not the account's any more. */
    @Transactional
    boolean isSet(Claimant claimant, String hash) {
        Account account = accounts.findById(claimant.user().id(), LockModeType.PESSIMISTIC_WRITE);
        boolean unchanged = account.passwordHash()
                .filter(current -> current.equals(claimant.passwordHash()))
                .isPresent();
        if (unchanged) {
            account.changePasswordHash(hash);
            account.passwordWasSet(clock.instant());
            reportChange.succeeded(claimant, account);
        }
        return unchanged;
    }

    private Refusal wrong(Claimant claimant) {
        reportChange.wrongPassword(claimant);
        return Refusal.of(ProblemName.CURRENT_PASSWORD_WRONG);
    }
}
