package io.sspr.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit;
import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DescribeFactTest {
    private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final UUID ACCOUNT = UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    private static final UUID SUPPORT_CODE = UUID.fromString("99999999-8888-4777-8666-555555555555");
    private static final Instant NOW = Instant.parse("2026-05-01T03:04:05.678901234Z");
    private static final Person TARO = new Person(ACCOUNT, "甲斐 太郎", "taro@contoso.example", "203.0.113.7");

    @Test
    void tellsMethodsAndAgentOfSuccess_R_AUD_52() {
        DirectoryAudit onPremises = describe(
                new ResetSucceeded(ID, TARO, List.of("MOBILE_PHONE", "EMAIL"), "agent-1", "Contoso", List.of()));
        DirectoryAudit cloud = describe(new ResetSucceeded(ID, TARO, List.of("EMAIL"), null, "Contoso", List.of()));

        assertThat(onPremises.additionalDetails())
                .containsExactly(
                        new Detail("MethodsUsed", "Mobile phone + Alternate email"),
                        new Detail("SsprCode", ""),
                        new Detail("OnPremisesAgent", "agent-1"));
        assertThat(cloud.additionalDetails())
                .contains(new Detail("MethodsUsed", "Alternate email"), new Detail("OnPremisesAgent", "None"));
    }

    @Test
    void tellsCodeReasonEventAndEvidenceOfRefusal_R_AUD_44() {
        DirectoryAudit line = describe(new ResetRefused(
                ID,
                TARO,
                SsprCode.ON_PREMISES_CONNECTIVITY_ERROR,
                Stage.SUBMIT,
                "DIRECTORY_UNREACHABLE",
                31034,
                Map.of("server", "ldaps://dc1", "ldapResult", 91)));

        assertThat(line.additionalDetails())
                .containsExactlyInAnyOrder(
                        new Detail("SsprCode", "SSPR_0030"),
                        new Detail("Reason", "DIRECTORY_UNREACHABLE"),
                        new Detail("EventId", "31034"),
                        new Detail("ldapResult", "91"),
                        new Detail("server", "ldaps://dc1"));
    }

    @Test
    void namesUserAsInitiatorAndTarget_R_AUD_03() {
        DirectoryAudit line = describe(new ResetCancelled(ID, TARO, true));

        assertThat(line.initiatedBy().app()).isNull();
        assertThat(line.initiatedBy().user())
                .isEqualTo(new DirectoryAudit.User(ACCOUNT, "甲斐 太郎", "taro@contoso.example", "203.0.113.7"));
        assertThat(line.targetResources())
                .containsExactly(new DirectoryAudit.Target(
                        ACCOUNT.toString(), "甲斐 太郎", "User", "taro@contoso.example", null, List.of()));
    }

    @Test
    void hasNoTargetIfNobodyWasFound_R_ERR_91() {
        DirectoryAudit line =
                describe(new AccountNotVerified(null, Person.unknown("203.0.113.7"), AccountNotVerified.Cause.UNKNOWN));

        assertThat(line.targetResources()).isEmpty();
        assertThat(line.initiatedBy().user()).isEqualTo(new DirectoryAudit.User(null, null, null, "203.0.113.7"));
    }

    @Test
    void namesAgentAsInitiator_R_AUD_01() {
        DirectoryAudit line = describe(WritebackResult.success(ID, "agent-1", Map.of()));

        assertThat(line.initiatedBy().user()).isNull();
        assertThat(line.initiatedBy().app().displayName()).isEqualTo("agent-1");
        assertThat(line.targetResources()).extracting(DirectoryAudit.Target::id).containsExactly(ACCOUNT.toString());
    }

    @Test
    void tellsWhatAnImportChanged_R_CFG_27() {
        DirectoryAudit line = describe(new DirectoryImported(null, 3, 40));

        assertThat(line.targetResources().get(0).type()).isEqualTo("Policy");
        assertThat(line.targetResources().get(0).modifiedProperties())
                .containsExactly(
                        new DirectoryAudit.Change("Groups", null, "3"),
                        new DirectoryAudit.Change("Accounts", null, "40"));
    }

    @Test
    void keepsTheFactsIdAndItsTimeToTheMicrosecond_R_AUD_01() {
        Message<?> message = message(new ResetCancelled(ID, TARO, true));

        DirectoryAudit line = DescribeFact.describe(message);

        assertThat(line.id()).isEqualTo(message.id());
        assertThat(line.activityDateTime()).isEqualTo("2026-05-01T03:04:05.678901Z");
    }

    @Test
    void dropsControlCharactersThatDirectoriesSend_A17() {
        Map<String, Object> evidence = Map.of("diagnostic", "0000052D: problem 5003\n(WILL_NOT_PERFORM)\u0000");

        DirectoryAudit line =
                describe(WritebackResult.refused(ID, "agent-1", WritebackVerdict.DIRECTORY_ERROR, evidence));

        assertThat(line.additionalDetails())
                .contains(new Detail("diagnostic", "0000052D: problem 5003 (WILL_NOT_PERFORM)"));
    }

    private static DirectoryAudit describe(Fact fact) {
        return DescribeFact.describe(message(fact));
    }

    private static Message<Fact> message(Fact fact) {
        return new Message<>(
                UUID.randomUUID(), NOW, "/reset-service", "contoso", ACCOUNT.toString(), SUPPORT_CODE, fact);
    }
}
