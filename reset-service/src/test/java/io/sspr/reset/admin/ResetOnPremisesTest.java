package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.admin.ResetByAdmin.Result;
import io.sspr.reset.change.TestObstacle;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.password.TestJudgement;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.writeback.AskAgent.OnBehalf;
import io.sspr.reset.writeback.ScriptedAgent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResetOnPremisesTest {
    private static final PasswordHash HASH = new PasswordHash();
    private static final Secret WANTED = Secret.of("Quartz-Meadow-31");

    private final RememberedReports reports = new RememberedReports();
    private final ScriptedAgent willing = new ScriptedAgent(null);

    @ParameterizedTest
    @EnumSource(names = "CLOUD_ONLY", mode = EnumSource.Mode.EXCLUDE)
    void theAgentIsAskedToSetThePassword_R_WB_42(AccountKind kind) {
        assertThat(reset(null, willing, kind, WANTED)).isEqualTo(new Result.Done(null));

        assertThat(willing.asked().orElseThrow().password()).isEqualTo(WANTED);
        assertThat(willing.asked().orElseThrow().order()).isEqualTo(new OnBehalf(Cast.HELEN.id(), true));
        assertThat(reports.told()).isEmpty();
    }

    @Test
    void theCloudWillKeepTheHashOfASynchronisedPasswordOnly_R_WB_02_R_WB_03() {
        reset(null, willing, AccountKind.PASSWORD_HASH_SYNC, WANTED);
        assertThat(willing.asked().orElseThrow().pendingHash()).matches(hash -> HASH.matches(WANTED, hash));

        reset(null, willing, AccountKind.PASS_THROUGH, WANTED);
        assertThat(willing.asked().orElseThrow().pendingHash()).isNull();
    }

    @Test
    void noPasswordIsMadeUp_R_WB_42() {
        assertThat(reset(null, willing, AccountKind.FEDERATED, null))
                .isEqualTo(new Result.Refused(Refusal.of(ProblemName.NEW_PASSWORD_REQUIRED)));
        assertThat(willing.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "USER_NOT_LICENSED",
                "WRITEBACK_NOT_ENABLED",
                "ON_PREMISES_ADMIN_ACTION_REQUIRED",
                "ON_PREMISES_CONNECTIVITY_ERROR"
            })
    void theAgentIsNotAskedIfItCannotBe_R_WB_05_R_CHK_10_R_CHK_11(SsprCode code) {
        assertThat(reset(code, willing, AccountKind.FEDERATED, WANTED)).isEqualTo(new Result.Refused(Refusal.of(code)));
        assertThat(willing.asked()).isEmpty();
        assertThat(reports.told()).containsExactly(code.title());
    }

    @Test
    void aBannedPasswordNeverReachesTheAgent_R_BAN_08() {
        assertThat(reset(null, willing, AccountKind.FEDERATED, Secret.of("P@$$w0rd1!")))
                .isEqualTo(new Result.Refused(Refusal.of(ProblemName.BANNED_PASSWORD, List.of("GLOBAL"))));
        assertThat(willing.asked()).isEmpty();
        assertThat(reports.told()).containsExactly("FuzzyPolicyViolationInvalidPassword");
    }

    @ParameterizedTest
    @EnumSource(names = "PASSWORD_POLICY", mode = EnumSource.Mode.EXCLUDE)
    void whatTheAgentRefusesEndsWithItsCode_R_EVT_31011(WritebackVerdict verdict) {
        assertThat(reset(null, new ScriptedAgent(verdict), AccountKind.FEDERATED, WANTED))
                .isEqualTo(new Result.Refused(Refusal.of(verdict.code())));
        assertThat(reports.told()).isEmpty();
    }

    @Test
    void theDirectorysPolicyLeavesTheChoiceOfAnotherPassword_R_ERR_97() {
        assertThat(reset(null, new ScriptedAgent(WritebackVerdict.PASSWORD_POLICY), AccountKind.FEDERATED, WANTED))
                .isEqualTo(new Result.Refused(Refusal.of(ProblemName.ON_PREMISES_POLICY_VIOLATION)));
    }

    private Result reset(SsprCode obstacle, ScriptedAgent agent, AccountKind kind, Secret password) {
        Account account = TestDirectory.account().kind(kind).build();
        return new ResetOnPremises(new TestObstacle(obstacle), TestJudgement.withoutBreaches(), HASH, agent, reports)
                .reset(Cast.reset(account, true), password)
                .await()
                .indefinitely();
    }
}
