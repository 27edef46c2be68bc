package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.admin.ResetByAdmin.Result;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.password.JudgePassword;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.password.TestJudgement;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Claimant;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.TestLockouts;
import io.sspr.reset.throttle.LiftedBlocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResetInCloudTest {
    private static final PasswordHash HASH = new PasswordHash();
    private static final Secret FORMER = Secret.of("Old-Copper-2025");
    private static final Secret WANTED = Secret.of("Quartz-Meadow-31");

    private final Account account = account(AccountKind.CLOUD_ONLY);
    private final RememberedReports reports = new RememberedReports();
    private final LiftedBlocks blocks = new LiftedBlocks();
    private final TestLockouts lockouts = new TestLockouts();

    @Test
    void thePasswordIsInForceAndWhoeverCameInWithTheFormerOneIsOut_R_WB_01_R_FLW_12() {
        Instant tokensBefore = account.tokensValidFrom();

        assertThat(reset(WANTED, false)).isEqualTo(new Result.Done(null));

        assertThat(HASH.matches(WANTED, account.passwordHash().orElseThrow())).isTrue();
        assertThat(account.passwordSetAt()).contains(Cast.NOW);
        assertThat(account.tokensValidFrom()).isNotEqualTo(tokensBefore);
        assertThat(reports.told()).containsExactly("reset");
    }

    @Test
    void hasToBeChangedAtTheNextSignInIfTheAdministratorWantsSo_R_WB_45() {
        reset(WANTED, true);

        assertThat(account.mustChangePassword()).isTrue();
    }

    @Test
    void needNotBeChangedIfTheAdministratorDoesNotWantIt_R_WB_45() {
        account.requirePasswordChange();

        reset(WANTED, false);

        assertThat(account.mustChangePassword()).isFalse();
    }

    @Test
    void whatWasTriedTooOftenIsForgiven_R_THR_06() {
        reset(WANTED, true);

        assertThat(blocks.accounts()).containsExactly(account);
    }

    @Test
    void wrongPasswordsAreForgiven_R_LOK_05() {
        Claimant claimant = new Claimant(
                account.id().toString(),
                Optional.of(Cast.CONTOSO),
                account.person(null),
                Optional.of(account),
                Cast.VISITOR);
        lockouts.lockout.begin(claimant, FORMER);
        assertThat(lockouts.failures(claimant)).isEqualTo(1);

        reset(WANTED, true);

        assertThat(lockouts.failures(claimant)).isZero();
    }

    @Test
    void isMadeUpIfTheAdministratorNamesNone_R_WB_42() {
        Secret generated = ((Result.Done) reset(null, true)).generated();

        assertThat(generated.length()).isEqualTo(GeneratePassword.LENGTH);
        assertThat(HASH.matches(generated, account.passwordHash().orElseThrow()))
                .isTrue();
    }

    @Test
    void isHeldToTheCloudsRules_R_CLD_01() {
        assertThat(reset(Secret.of("short"), true))
                .isEqualTo(new Result.Refused(
                        Refusal.of(ProblemName.CLOUD_POLICY_VIOLATION, List.of("LENGTH", "CATEGORIES"))));
        isUntouched("CloudPolicyViolation");
    }

    @Test
    void isHeldToTheBannedTerms_R_BAN_01() {
        assertThat(reset(Secret.of("P@$$w0rd1!"), true))
                .isEqualTo(new Result.Refused(Refusal.of(ProblemName.BANNED_PASSWORD, List.of("GLOBAL"))));
        isUntouched("FuzzyPolicyViolationInvalidPassword");
    }

    @Test
    void isNotSetInTheCloudOnceItIsMasteredOnPremises_R_WB_44() {
        Account moved = account(AccountKind.PASSWORD_HASH_SYNC);

        Result result = resetInCloud(moved).reset(Cast.reset(account, true), WANTED, null);

        assertThat(result).isEqualTo(new Result.Refused(Refusal.of(ProblemName.VERSION_OUTDATED)));
        assertThat(HASH.matches(FORMER, moved.passwordHash().orElseThrow())).isTrue();
        assertThat(reports.told()).isEmpty();
    }

    @Test
    void isNotSetOnceSomebodyElseHas_R_WB_42() {
        long seen = UserView.passwordVersion(account);
        Result first = resetInCloud(account).reset(Cast.reset(account, true), null, seen);
        Result second = resetInCloud(account).reset(Cast.reset(account, true), null, seen);

        assertThat(second).isEqualTo(new Result.Refused(Refusal.of(ProblemName.VERSION_OUTDATED)));
        Secret told = ((Result.Done) first).generated();
        assertThat(HASH.matches(told, account.passwordHash().orElseThrow())).isTrue();
        assertThat(reports.told()).containsExactly("reset");
    }

    private void isUntouched(String reason) {
        assertThat(HASH.matches(FORMER, account.passwordHash().orElseThrow())).isTrue();
        assertThat(account.mustChangePassword()).isFalse();
        assertThat(blocks.accounts()).isEmpty();
        assertThat(reports.told()).containsExactly(reason);
    }

    private Result reset(Secret wanted, boolean mustChange) {
        return resetInCloud(account).reset(Cast.reset(account, mustChange), wanted, null);
    }

    private ResetInCloud resetInCloud(Account stored) {
        JudgePassword judgePassword = TestJudgement.withoutBreaches();
        return new ResetInCloud(
                new OneAccount(stored),
                judgePassword,
                new GeneratePassword(judgePassword),
                HASH,
                new ApplyAdminReset(lockouts.lockout, blocks, Cast.CLOCK),
                reports);
    }

    private static Account account(AccountKind kind) {
        Account account = TestDirectory.account().kind(kind).build();
        account.changePasswordHash(HASH.of(FORMER));
        return account;
    }
}
