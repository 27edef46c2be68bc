package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.admin.AdminResetResource.AdminResetAnswer;
import io.sspr.reset.admin.AdminResetResource.AdminResetRequest;
import io.sspr.reset.admin.ResetByAdmin.Result;
import io.sspr.reset.admin.ResetByAdmin.Wish;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.Refusal;
import jakarta.enterprise.inject.Vetoed;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResetByAdminTest {
    private static final Result IN_CLOUD = new Result.Done(Secret.of("set in the cloud"));
    private static final Result ON_PREMISES = new Result.Done(Secret.of("set on-premises"));

    private final RememberedReports reports = new RememberedReports();

    @ParameterizedTest
    @EnumSource
    void thePasswordIsSetWhereItIsMastered_R_WB_01_R_WB_42(AccountKind kind) {
        Account alice = TestDirectory.account().kind(kind).build();

        assertThat(reset(Cast.globalAdministrator(), alice, "alice@contoso.example"))
                .isEqualTo(kind == AccountKind.CLOUD_ONLY ? IN_CLOUD : ON_PREMISES);
    }

    @Test
    void theUserIsNamedByIdOrByName_R_WB_42() {
        Account alice = TestDirectory.account().build();

        assertThat(reset(Cast.globalAdministrator(), alice, alice.id().toString()))
                .isEqualTo(IN_CLOUD);
        assertThat(reset(Cast.globalAdministrator(), alice, "Alice@Contoso.example"))
                .isEqualTo(IN_CLOUD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@contoso.example", "6f1c0c0e-5b1a-4a57-9a58-0d6c1a3a5b01", "1-1-1-1-1", " "})
    void nobodyElseIsFound_R_ACT_06(String name) {
        assertThat(reset(Cast.globalAdministrator(), TestDirectory.account().build(), name))
                .isEqualTo(refused(ProblemName.NOT_FOUND));
        assertThat(reports.told()).isEmpty();
    }

    @Test
    void usersOfOtherTenantsAreNotFound_R_ACT_06() {
        Caller stranger =
                new Caller("fabrikam", Cast.HELEN, Set.of(Role.GLOBAL_ADMINISTRATOR), true, UUID.randomUUID());

        assertThat(reset(stranger, TestDirectory.account().build(), "alice@contoso.example"))
                .isEqualTo(refused(ProblemName.NOT_FOUND));
        assertThat(reports.told()).isEmpty();
    }

    @Test
    void usersThatTheDirectoryHasRemovedAreNotFound_R_ACT_06() {
        Account gone =
                TestDirectory.account().kind(AccountKind.FEDERATED).removed().build();

        assertThat(reset(Cast.globalAdministrator(), gone, gone.id().toString()))
                .isEqualTo(refused(ProblemName.NOT_FOUND));
    }

    @Test
    void whatIsNotAllowedIsRecorded_R_ACT_06_R_AUD_22() {
        Account gina = TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR).build();

        assertThat(reset(Cast.helen("Helpdesk Administrator"), gina, "alice@contoso.example"))
                .isEqualTo(refused(ProblemName.NOT_ALLOWED));
        assertThat(reports.told()).containsExactly("NotAllowed");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null, true", "true, true", "false, false"},
            nullValues = "null")
    void theUserHasToChangeThePasswordUnlessToldOtherwise_R_WB_45(Boolean wanted, boolean mustChange) {
        assertThat(new AdminResetRequest(null, wanted).mustChange()).isEqualTo(mustChange);
    }

    @Test
    void theMadeUpPasswordIsInTheAnswerAndInNoText() {
        AdminResetAnswer answer = new AdminResetAnswer(UUID.randomUUID(), "Xk7vQ9mZXk7vQ9mZ");

        assertThat(answer.toString()).doesNotContain("Xk7v");
        assertThat(new Wish("alice", Secret.of("Xk7vQ9mZ"), true, null).toString())
                .doesNotContain("Xk7v");
        assertThat(new Result.Done(Secret.of("Xk7vQ9mZ")).toString()).doesNotContain("Xk7v");
    }

    private Result reset(Caller caller, Account account, String user) {
        ResetInCloud inCloud = new ResetInCloud(null, null, null, null, null, null) {
            @Override
            Result reset(AdminReset reset, Secret wanted, Long seen) {
                return IN_CLOUD;
            }
        };
        ResetOnPremises onPremises = new ResetOnPremises(null, null, null, null, null) {
            @Override
            Uni<Result> reset(AdminReset reset, Secret password) {
                return Uni.createFrom().item(ON_PREMISES);
            }
        };
        return new ResetByAdmin(new OneTenant(), new OneAccount(account), inCloud, onPremises, reports)
                .reset(caller, new Wish(user, null, true, null), Cast.VISITOR)
                .await()
                .indefinitely();
    }

    private static Result refused(ProblemName why) {
        return new Result.Refused(Refusal.of(why));
    }

    @Vetoed
    private static final class OneTenant extends Tenants {
        @Override
        public Tenant findById(String id) {
            return Cast.CONTOSO;
        }
    }
}
