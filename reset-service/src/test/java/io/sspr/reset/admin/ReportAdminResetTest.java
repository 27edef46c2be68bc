package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.change.PasswordResetByAdminRefused;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.RememberedFacts;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.writeback.AgentAnswered;
import io.sspr.reset.writeback.AgentRequest;
import io.sspr.reset.writeback.AskAgent.OnBehalf;
import io.sspr.reset.writeback.NoticeToUser;
import io.sspr.reset.writeback.TestAgentRequests;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportAdminResetTest {
    private final Account account =
            TestDirectory.account().kind(AccountKind.FEDERATED).build();
    private final RememberedFacts outbox = new RememberedFacts();
    private final ReportAdminReset report =
            new ReportAdminReset(new OneTenant(), new NoticeToUser(), outbox, Cast.CLOCK);

    @Test
    void theUserIsToldAndNobodyElse_R_AUD_22_R_NTF_01() {
        report.succeeded(Cast.reset(account, true), account);

        assertThat(outbox.facts())
                .containsExactly(new PasswordResetByAdmin(
                        account.person(null), Cast.HELEN, true, null, "Contoso", null, List.of(NoticeToUser.TO_USER)));
    }

    @Test
    void theAgentThatSetThePasswordIsNamed_R_AUD_22() {
        AgentRequest request = request();
        TestAgentRequests.done(request);

        report.succeeded(request, account, Cast.HELEN);

        assertThat(outbox.facts())
                .containsExactly(new PasswordResetByAdmin(
                        account.person(null),
                        Cast.HELEN,
                        false,
                        "agent-1",
                        "Contoso",
                        null,
                        List.of(NoticeToUser.TO_USER)));
    }

    @Test
    void aRefusalIsNamedAsTheAdministratorSeesIt_R_AUD_22() {
        AdminReset reset = Cast.reset(account, true);

        report.refused(reset, ProblemName.OWN_PASSWORD);
        report.refused(reset, SsprCode.WRITEBACK_NOT_ENABLED);
        report.refused(reset, new Verdict(Policy.CLOUD, ProblemName.CLOUD_POLICY_VIOLATION, List.of("LENGTH")));

        assertThat(outbox.facts())
                .containsExactly(
                        refused("OwnPassword", List.of(), null, null, Map.of()),
                        refused("WritebackNotEnabled", List.of(), SsprCode.WRITEBACK_NOT_ENABLED, null, Map.of()),
                        refused("CloudPolicyViolation", List.of("LENGTH"), null, null, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "PROTECTED_ACCOUNT, OnPremisesAdminActionRequired, 29, 33004",
        "DIRECTORY_UNREACHABLE, OnPremisesConnectivityError, 30, 31034"
    })
    void whatTheAgentSawIsRecorded_R_AUD_22_R_EVT_31011(
            WritebackVerdict verdict, String reason, int code, int eventId) {
        Map<String, Object> evidence = Map.of("server", "ldaps://dc1");
        AgentAnswered answered = TestAgentRequests.refused(request(), verdict, evidence);

        report.refused(answered.request(), account, Cast.HELEN, answered.answer());

        assertThat(outbox.facts()).containsExactly(refused(reason, List.of(), SsprCode.of(code), eventId, evidence));
    }

    @Test
    void theRuleThatTheDirectoryNamesIsRecorded_R_ERR_97() {
        Map<String, Object> evidence = Map.of("rule", "HISTORY");
        AgentAnswered answered = TestAgentRequests.refused(request(), WritebackVerdict.PASSWORD_POLICY, evidence);

        report.refused(answered.request(), account, Cast.HELEN, answered.answer());

        assertThat(outbox.facts())
                .containsExactly(refused("OnPremisesPolicyViolation", List.of("HISTORY"), null, 33008, evidence));
    }

    private PasswordResetByAdminRefused refused(
            String reason, List<String> rules, SsprCode code, Integer eventId, Map<String, Object> evidence) {
        return new PasswordResetByAdminRefused(
                account.person(null), Cast.HELEN, reason, rules, code, eventId, evidence);
    }

    private AgentRequest request() {
        return TestAgentRequests.reset(account, new OnBehalf(Cast.HELEN.id(), false), null, Cast.NOW);
    }

    @Vetoed
    private static final class OneTenant extends Tenants {
        @Override
        public Tenant findById(String id) {
            return Cast.CONTOSO;
        }
    }
}
