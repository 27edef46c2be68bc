package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.contract.change.AccountUnlockByAdminRefused;
import io.sspr.contract.change.AccountUnlockedByAdmin;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.RememberedFacts;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.writeback.AgentAnswered;
import io.sspr.reset.writeback.AgentRequest;
import io.sspr.reset.writeback.AskAgent.OnBehalf;
import io.sspr.reset.writeback.TestAgentRequests;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportAdminUnlockTest {
    private final Account account =
            TestDirectory.account().kind(AccountKind.FEDERATED).build();
    private final AdminUnlock unlock = new AdminUnlock(Cast.CONTOSO, account, Cast.HELEN, Cast.VISITOR);
    private final RememberedFacts outbox = new RememberedFacts();
    private final ReportAdminUnlock report = new ReportAdminUnlock(outbox, Cast.CLOCK);

    @Test
    void namesWhoUnlockedAndTheAgentIfOneDid_R_WB_34() {
        AgentRequest request = request();
        TestAgentRequests.done(request);

        report.succeeded(unlock);
        report.succeeded(request, account, Cast.HELEN);

        assertThat(outbox.facts())
                .containsExactly(
                        new AccountUnlockedByAdmin(account.person(null), Cast.HELEN, null),
                        new AccountUnlockedByAdmin(account.person(null), Cast.HELEN, "agent-1"));
    }

    @Test
    void aRefusalIsNamedAsTheAdministratorSeesIt_R_WB_34() {
        report.refused(unlock, ProblemName.NOT_ALLOWED);
        report.refused(unlock, SsprCode.WRITEBACK_NOT_ENABLED);

        assertThat(outbox.facts())
                .containsExactly(
                        refused("NotAllowed", null, null, Map.of()),
                        refused("WritebackNotEnabled", SsprCode.WRITEBACK_NOT_ENABLED, null, Map.of()));
    }

    @Test
    void whatTheAgentSawIsRecorded_R_WB_34_R_EVT_33004() {
        Map<String, Object> evidence = Map.of("adminCount", 1);
        AgentAnswered answered = TestAgentRequests.refused(request(), WritebackVerdict.PROTECTED_ACCOUNT, evidence);

        report.refused(answered.request(), account, Cast.HELEN, answered.answer());

        assertThat(outbox.facts())
                .containsExactly(refused(
                        "OnPremisesAdminActionRequired", SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED, 33004, evidence));
    }

    private AccountUnlockByAdminRefused refused(
            String reason, SsprCode code, Integer eventId, Map<String, Object> evidence) {
        return new AccountUnlockByAdminRefused(account.person(null), Cast.HELEN, reason, code, eventId, evidence);
    }

    private AgentRequest request() {
        OnBehalf order = new OnBehalf(Cast.HELEN.id(), false);
        return TestAgentRequests.asked(TestAgentRequests.reset(account, order, null, Cast.NOW), Operation.UNLOCK);
    }
}
