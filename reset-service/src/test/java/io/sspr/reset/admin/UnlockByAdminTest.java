package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.change.TestObstacle;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.TestLockouts;
import io.sspr.reset.writeback.ScriptedAgent;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlockByAdminTest {
    private static final int FAILURES = 7;

    private final TestLockouts lockouts = new TestLockouts();
    private final RememberedUnlocks reports = new RememberedUnlocks();
    private final ScriptedAgent willing = new ScriptedAgent(null);

    @Test
    void theCloudsLockIsAllThatLocksACloudAccount_R_WB_34_R_LOK_05() {
        Account alice = locked(AccountKind.CLOUD_ONLY);

        assertThat(unlock(SsprCode.USER_NOT_LICENSED, willing, alice)).isEmpty();

        assertThat(lockouts.failures(alice.id())).isZero();
        assertThat(willing.unlocker()).isEmpty();
        assertThat(reports.told()).containsExactly("unlocked");
    }

    @ParameterizedTest
    @EnumSource(names = "CLOUD_ONLY", mode = EnumSource.Mode.EXCLUDE)
    void theAgentIsAskedToUnlockWhatTheDirectoryMasters_R_WB_34(AccountKind kind) {
        assertThat(unlock(null, willing, locked(kind))).isEmpty();

        assertThat(willing.unlocker()).contains(Cast.HELEN.id());
        assertThat(reports.told()).isEmpty();
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
        Account alice = locked(AccountKind.PASSWORD_HASH_SYNC);

        assertThat(unlock(code, willing, alice)).contains(Refusal.of(code));

        assertThat(willing.unlocker()).isEmpty();
        assertThat(lockouts.failures(alice.id())).isEqualTo(FAILURES);
        assertThat(reports.told()).containsExactly(code.title());
    }

    @ParameterizedTest
    @EnumSource(names = {"PROTECTED_ACCOUNT", "NO_RIGHTS", "DIRECTORY_UNREACHABLE", "EXPIRED"})
    void whatTheAgentRefusesEndsWithItsCode_R_WB_34(WritebackVerdict verdict) {
        assertThat(unlock(null, new ScriptedAgent(verdict), locked(AccountKind.FEDERATED)))
                .contains(Refusal.of(verdict.code()));
        assertThat(reports.told()).isEmpty();
    }

    @Test
    void whatIsNotAllowedIsRecorded_R_ACT_06() {
        Account gina = TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR).build();
        lockouts.fail(gina.id(), FAILURES);

        assertThat(unlock(null, willing, gina, Cast.helen("Helpdesk Administrator"), "alice@contoso.example"))
                .contains(Refusal.of(ProblemName.NOT_ALLOWED));

        assertThat(lockouts.failures(gina.id())).isEqualTo(FAILURES);
        assertThat(reports.told()).containsExactly("NotAllowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@contoso.example", "6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01", "1-1-1-1-1", " "})
    void nobodyElseIsFound_R_ACT_06(String name) {
        assertThat(unlock(null, willing, TestDirectory.account().build(), Cast.globalAdministrator(), name))
                .contains(Refusal.of(ProblemName.NOT_FOUND));
        assertThat(reports.told()).isEmpty();
    }

    @Test
    void usersOfOtherTenantsAndThoseRemovedAreNotFound_R_ACT_06() {
        Account alice = TestDirectory.account().build();
        Account gone =
                TestDirectory.account().kind(AccountKind.FEDERATED).removed().build();
        Caller stranger =
                new Caller("fabrikam", Cast.HELEN, Set.of(Role.GLOBAL_ADMINISTRATOR), true, UUID.randomUUID());

        assertThat(unlock(null, willing, alice, stranger, alice.id().toString()))
                .contains(Refusal.of(ProblemName.NOT_FOUND));
        assertThat(unlock(null, willing, gone)).contains(Refusal.of(ProblemName.NOT_FOUND));
    }

    private Account locked(AccountKind kind) {
        Account account = TestDirectory.account().kind(kind).build();
        lockouts.fail(account.id(), FAILURES);
        return account;
    }

    private Optional<Refusal> unlock(SsprCode obstacle, ScriptedAgent agent, Account account) {
        return unlock(
                obstacle,
                agent,
                account,
                Cast.globalAdministrator(),
                account.id().toString());
    }

    private Optional<Refusal> unlock(
            SsprCode obstacle, ScriptedAgent agent, Account account, Caller caller, String user) {
        return new UnlockByAdmin(
                        new OneTenant(),
                        new OneAccount(account),
                        new TestObstacle(obstacle),
                        agent,
                        lockouts.lockout,
                        reports)
                .unlock(caller, user, Cast.VISITOR)
                .await()
                .indefinitely();
    }

    @Vetoed
    private static final class OneTenant extends Tenants {
        @Override
        public Tenant findById(String id) {
            return Cast.CONTOSO;
        }
    }
}
