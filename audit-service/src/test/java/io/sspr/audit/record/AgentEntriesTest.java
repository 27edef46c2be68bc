package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.AGENT_DISTRUSTED;
import static io.sspr.audit.record.Activity.AGENT_KEYS;
import static io.sspr.audit.record.Activity.AGENT_OFFBOARDED;
import static io.sspr.audit.record.Activity.AGENT_ONBOARDED;
import static io.sspr.audit.record.Activity.DIRECTORY_SYNCHRONISED;
import static io.sspr.audit.record.Activity.ONBOARDING_TOKEN;
import static io.sspr.audit.record.Line.HELEN;
import static io.sspr.audit.record.Line.ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.audit.log.DirectoryAudit.Target;
import io.sspr.audit.log.DirectoryAudit.User;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentKeysRolled;
import io.sspr.contract.agent.AgentOffboarded;
import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.contract.agent.MessageDistrusted;
import io.sspr.contract.agent.OnboardingTokenIssued;
import io.sspr.contract.policy.DirectorySynchronised;
import io.sspr.contract.seal.BrokenSealException.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgentEntriesTest {
    private static final User UNKNOWN = new User(null, null, null, null);

    @Test
    void tellWhoMayLetAnAgentInAndForHowLong_R_WB_20() {
        Line line = Line.of(new OnboardingTokenIssued(HELEN, Line.NOW))
                .tells(ONBOARDING_TOKEN, SUCCESS, null)
                .isBy(HELEN)
                .hasDetails(new Detail("ExpiresAt", "2026-05-01T03:04:05.678901234Z"));

        isToTheDirectoryOnly(line);
    }

    @Test
    void tellWhoLetAnAgentInAndWithWhichKeys_R_WB_20_R_AUD_29() {
        Line line = Line.of(new AgentOnboarded("agent-1", HELEN, List.of("enc-1", "sig-1")))
                .tells(AGENT_ONBOARDED, SUCCESS, null)
                .isBy(HELEN)
                .hasDetails(new Detail("OnPremisesAgent", "agent-1"), new Detail("Keys", "enc-1, sig-1"));

        isToTheDirectoryOnly(line);
        assertThat(line.audit().category()).isEqualTo("DirectoryManagement");
    }

    @Test
    void nameNobodyForKeysThatAnImportBrought_R_AUD_29() {
        Line line = Line.of(new AgentOnboarded("imported", null, List.of("enc-1", "sig-1")));

        assertThat(line.audit().initiatedBy().user()).isEqualTo(UNKNOWN);
        assertThat(line.audit().initiatedBy().app()).isNull();
    }

    @Test
    void tellThatAnAgentReplacedItsKeysByItself_R_WB_24() {
        Line line = Line.of(new AgentKeysRolled("agent-1", List.of("enc-2", "sig-2")))
                .tells(AGENT_KEYS, SUCCESS, null)
                .isByAgent("agent-1")
                .hasDetails(new Detail("OnPremisesAgent", "agent-1"), new Detail("Keys", "enc-2, sig-2"));

        isToTheDirectoryOnly(line);
    }

    @Test
    void tellWhoPutAnAgentOut_R_WB_25() {
        Line line = Line.of(new AgentOffboarded("agent-1", HELEN))
                .tells(AGENT_OFFBOARDED, SUCCESS, null)
                .isBy(HELEN)
                .hasDetails(new Detail("OnPremisesAgent", "agent-1"));

        isToTheDirectoryOnly(line);
    }

    @Test
    void tellThatAnAgentTookItsLeave_R_WB_25() {
        Line.of(new AgentOffboarded("agent-1", null))
                .tells(AGENT_OFFBOARDED, SUCCESS, null)
                .isByAgent("agent-1");
    }

    @ParameterizedTest
    @EnumSource
    void accuseNobodyOfAForgedMessage_R_EVT_32008(Fault fault) {
        String topic = Topics.WRITEBACK_RESULTS.of("contoso");

        Line line = Line.of(new MessageDistrusted(topic, ID, fault))
                .tells(AGENT_DISTRUSTED, FAILURE, "NotAuthentic")
                .hasDetails(
                        new Detail("Topic", topic),
                        new Detail("Message", ID.toString()),
                        new Detail("Fault", fault.name()));

        assertThat(line.audit().initiatedBy().user()).isEqualTo(UNKNOWN);
        isToTheDirectoryOnly(line);
    }

    @ParameterizedTest
    @CsvSource({"true, Everything was read", "false, What had changed was read"})
    void tellWhatASynchronisationBrought_R_AUD_29(boolean full, String reason) {
        Line line = Line.of(new DirectorySynchronised(ID, "agent-1", full, 100, 2, 3))
                .tells(DIRECTORY_SYNCHRONISED, SUCCESS, reason)
                .isByAgent("agent-1")
                .hasDetails(
                        new Detail("Run", ID.toString()),
                        new Detail("Accounts", "100"),
                        new Detail("Groups", "2"),
                        new Detail("Removed", "3"));

        isToTheDirectoryOnly(line);
    }

    private static void isToTheDirectoryOnly(Line line) {
        assertThat(line.audit().targetResources())
                .containsExactly(new Target("contoso", null, "Directory", null, null, List.of()));
    }
}
