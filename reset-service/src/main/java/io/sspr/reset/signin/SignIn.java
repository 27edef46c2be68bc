package io.sspr.reset.signin;

import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.password.JudgePassword;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.SmartLockout.Attempt;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AskAgent;
import io.sspr.reset.writeback.ReachAgent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Lets a user in by name and password. The cloud checks the password of cloud-only and password-hash-sync accounts; for pass-through and federated ones
 * the organisation's agent does. Whether the name, the password or the kind of account was wrong cannot be told from the answer, and for what the cloud
 * checks not from the time it takes. An account whose organisation cannot be reached is told so, which shows that there is such an account, as
 * Microsoft's own home-realm lookup does. Source: R-LOK-01 … R-LOK-05, R-WB-03, R-CLD-07.
 */
@ApplicationScoped
class SignIn {
    private final IdentifyClaimant identifyClaimant;
    private final SmartLockout lockout;
    private final PasswordHash passwordHash;
    private final ReachAgent reachAgent;
    private final AskAgent askAgent;
    private final IssueToken issueToken;
    private final Clock clock;

    SignIn(
            IdentifyClaimant identifyClaimant,
            SmartLockout lockout,
            PasswordHash passwordHash,
            ReachAgent reachAgent,
            AskAgent askAgent,
            IssueToken issueToken,
            Clock clock) {
        this.identifyClaimant = identifyClaimant;
        this.lockout = lockout;
        this.passwordHash = passwordHash;
        this.reachAgent = reachAgent;
        this.askAgent = askAgent;
        this.issueToken = issueToken;
        this.clock = clock;
    }

    /** What comes of signing in: {@link SignedIn}, or a {@link Refusal}. */
    sealed interface Result permits SignedIn, Refusal {}

    /** @param passwordExpiresInDays null unless it is time to tell */
    record SignedIn(Account account, String token, Integer passwordExpiresInDays) implements Result {}

    Uni<Result> signIn(String userPrincipalName, Secret password, Visitor visitor) {
        Claimant claimant = identifyClaimant.identify(userPrincipalName, visitor);
        Attempt attempt = lockout.begin(claimant, password);
        if (attempt.isRefused()) {
            return Uni.createFrom().item(Refusal.locked(attempt));
        }
        return claimant.isCheckedOnPremises()
                ? checkOnPremises(attempt, password)
                : Uni.createFrom().item(checkHere(attempt, password));
    }

    private Result checkHere(Attempt attempt, Secret password) {
        Claimant claimant = attempt.claimant();
        if (!passwordHash.matches(password, claimant.passwordHash())) {
            return wrong(attempt);
        }
        lockout.succeeded(attempt);
        return letIn(claimant.tenant().orElseThrow(), claimant.account().orElseThrow());
    }

    private Uni<Result> checkOnPremises(Attempt attempt, Secret password) {
        if (password.length() > JudgePassword.LONGEST_ON_PREMISES) {
            return Uni.createFrom().item(wrong(attempt)); // no directory holds such a password, and no seal does
        }
        Claimant claimant = attempt.claimant();
        Tenant tenant = claimant.tenant().orElseThrow();
        if (reachAgent.obstacle(tenant).isPresent()) {
            return Uni.createFrom().item(unavailable(attempt));
        }
        Account account = claimant.account().orElseThrow();
        return askAgent.ask(askAgent.whetherRight(tenant, account, password, claimant.visitor()))
                .map(answer -> judge(attempt, answer));
    }

    private Result judge(Attempt attempt, AgentAnswer answer) {
        if (answer.isDone()) {
            lockout.succeeded(attempt);
            Claimant claimant = attempt.claimant();
            return answer.isPasswordExpired()
                    ? Refusal.of(ProblemName.PASSWORD_EXPIRED)
                    : letIn(claimant.tenant().orElseThrow(), claimant.account().orElseThrow());
        }
        if (answer.reason() == WritebackVerdict.INCORRECT_PASSWORD) {
            return wrong(attempt);
        }
        lockout.undecided(attempt);
        return switch (answer.reason()) {
            // The directory's own lock; when it ends is not known here.
            case ACCOUNT_LOCKED_OUT -> Refusal.of(ProblemName.SIGN_IN_LOCKED);
            case ACCOUNT_DISABLED, USER_NOT_FOUND -> Refusal.of(ProblemName.INVALID_CREDENTIALS);
            default -> Refusal.of(ProblemName.SIGN_IN_UNAVAILABLE);
        };
    }

    private Result letIn(Tenant tenant, Account account) {
        Instant now = clock.instant();
        PasswordExpiry expiry = PasswordExpiry.of(account, tenant.policy().passwordPolicy());
        return expiry.isDueAt(now)
                ? Refusal.of(ProblemName.PASSWORD_EXPIRED)
                : new SignedIn(
                        account, issueToken.to(account), expiry.noticeAt(now).orElse(null));
    }

    private Result wrong(Attempt attempt) {
        lockout.failed(attempt);
        return Refusal.of(ProblemName.INVALID_CREDENTIALS);
    }

    private Result unavailable(Attempt attempt) {
        lockout.undecided(attempt);
        return Refusal.of(ProblemName.SIGN_IN_UNAVAILABLE);
    }
}
