package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.AGENT_EVENT;
import static io.sspr.audit.record.Line.ID;
import static io.sspr.audit.record.Line.TARO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.audit.log.DirectoryAudit.Result;
import io.sspr.audit.log.DirectoryAudit.Target;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.agent.AgentEventRecorded.Level;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OnPremisesEntriesTest {
    @ParameterizedTest
    @CsvSource({
        "RESET, PROGRESS, On-premises password set, 31002",
        "UNLOCK, PROGRESS, On-premises account unlocked, 0",
        "CHANGE, AGENT_ANSWER, On-premises password changed, 31007",
        "RESET_BY_ADMIN, AGENT_ANSWER, On-premises password set, 31010",
        "VERIFY, AGENT_ANSWER, On-premises password confirmed, 0"
    })
    void tellsWhatWasDone_R_AUD_24(Operation operation, Activity activity, String reason, String eventId) {
        Line.of(WritebackResult.success(request(operation), "agent-1", Map.of("server", "ldaps://dc1")))
                .tells(activity, SUCCESS, reason)
                .isByAgent("agent-1")
                .isTo(TARO)
                .hasDetails(
                        new Detail("SsprCode", ""),
                        new Detail("RequestId", ID.toString()),
                        new Detail("EventId", eventId),
                        new Detail("server", "ldaps://dc1"));
    }

    @ParameterizedTest
    @CsvSource({
        "RESET, PASSWORD_POLICY, PROGRESS, OnPremisesPolicyViolation, ''",
        "RESET, ACCOUNT_LOCKED_OUT, PROGRESS, OnPremisesAdminActionRequired, SSPR_0029",
        "RESET, EXPIRED, PROGRESS, OnPremisesConnectivityError, SSPR_0030",
        "UNLOCK, PROTECTED_ACCOUNT, PROGRESS, OnPremisesAdminActionRequired, SSPR_0029",
        "CHANGE, PASSWORD_POLICY, AGENT_ANSWER, OnPremisesPolicyViolation, ''",
        "CHANGE, INCORRECT_PASSWORD, AGENT_ANSWER, IncorrectPassword, ''",
        "CHANGE, ACCOUNT_LOCKED_OUT, AGENT_ANSWER, AccountLockedOnPremises, ''",
        "CHANGE, NO_RIGHTS, AGENT_ANSWER, OnPremisesAdminActionRequired, SSPR_0029",
        "RESET_BY_ADMIN, PASSWORD_POLICY, AGENT_ANSWER, OnPremisesPolicyViolation, ''",
        "RESET_BY_ADMIN, PROTECTED_ACCOUNT, AGENT_ANSWER, OnPremisesAdminActionRequired, SSPR_0029",
        "RESET_BY_ADMIN, ACCOUNT_LOCKED_OUT, AGENT_ANSWER, OnPremisesAdminActionRequired, SSPR_0029",
        "VERIFY, INCORRECT_PASSWORD, AGENT_ANSWER, IncorrectPassword, ''",
        "VERIFY, ACCOUNT_LOCKED_OUT, AGENT_ANSWER, AccountLockedOnPremises, ''",
        "VERIFY, DIRECTORY_UNREACHABLE, AGENT_ANSWER, OnPremisesConnectivityError, SSPR_0030"
    })
    void tellsWhyItWasNotDone_R_AUD_44(
            Operation operation, WritebackVerdict verdict, Activity activity, String reason, String code) {
        Line.of(WritebackResult.refused(request(operation), "agent-1", verdict, Map.of()))
                .tells(activity, FAILURE, reason)
                .isByAgent("agent-1")
                .isTo(TARO)
                .hasDetails(
                        new Detail("SsprCode", code),
                        new Detail("RequestId", ID.toString()),
                        new Detail("Reason", verdict.name()),
                        new Detail("EventId", String.valueOf(verdict.eventId())));
    }

    @ParameterizedTest
    @EnumSource
    void takesASignInForNoReset_R_AUD_24(WritebackVerdict verdict) {
        Line line = Line.of(WritebackResult.refused(request(Operation.VERIFY), "agent-1", verdict, Map.of()));

        assertThat(line.audit().activityDisplayName()).isEqualTo("Writeback agent answer");
    }

    @ParameterizedTest
    @CsvSource({"INFORMATION, SUCCESS", "WARNING, SUCCESS", "ERROR, FAILURE"})
    void tellsTheAgentsEventLog_R_EVT_31001(Level level, Result result) {
        Line line = Line.of(new AgentEventRecorded("agent-1", 31001, "PasswordResetStart", level, ID, Map.of()))
                .tells(AGENT_EVENT, result, "PasswordResetStart")
                .isByAgent("agent-1")
                .hasDetails(
                        new Detail("EventId", "31001"),
                        new Detail("Level", level.name()),
                        new Detail("RequestId", ID.toString()));

        assertThat(line.audit().targetResources()).extracting(Target::type).containsExactly("User", "Directory");
    }

    @Test
    void hasTheDirectoryAsOnlyTargetOfWhatIsAboutTheAgent_R_EVT_31015() {
        AgentEventRecorded fact =
                new AgentEventRecorded("agent-1", 31015, "WriteBackServiceStarted", Level.INFORMATION, null, null);
        Line line = new Line(DescribeFact.describe(
                new Message<>(ID, Line.NOW, "/writeback-agent", "contoso", "agent-1", null, fact)));

        assertThat(line.audit().targetResources())
                .extracting(Target::type, Target::id)
                .containsExactly(tuple("Directory", "contoso"));
    }

    @Test
    void dropsControlCharactersThatDirectoriesSend_A17() {
        Map<String, Object> evidence = Map.of("diagnostic", "0000052D: problem 5003\n(WILL_NOT_PERFORM)\u0000");

        Line line = Line.of(WritebackResult.refused(ID, "agent-1", WritebackVerdict.DIRECTORY_ERROR, evidence));

        assertThat(line.audit().additionalDetails())
                .contains(new Detail("diagnostic", "0000052D: problem 5003 (WILL_NOT_PERFORM)"));
    }

    private static WritebackRequest request(Operation operation) {
        return WritebackRequest.of(operation, ID, "contoso", "AAECAw==", Line.NOW);
    }
}
