package io.sspr.audit.record;

import static io.sspr.audit.record.Line.ACCOUNT;
import static io.sspr.audit.record.Line.ID;
import static io.sspr.audit.record.Line.TARO;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit;
import io.sspr.audit.log.DirectoryAudit.Target;
import io.sspr.audit.log.DirectoryAudit.User;
import io.sspr.contract.Message;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.writeback.WritebackResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribeFactTest {
    @Test
    void namesUserAsInitiatorAndTarget_R_AUD_03() {
        DirectoryAudit line = DescribeFact.describe(Line.message(new ResetCancelled(ID, TARO, true)));

        assertThat(line.initiatedBy().app()).isNull();
        assertThat(line.initiatedBy().user())
                .isEqualTo(new User(ACCOUNT, "甲斐 太郎", "taro@contoso.example", "203.0.113.7"));
        assertThat(line.targetResources())
                .containsExactly(
                        new Target(ACCOUNT.toString(), "甲斐 太郎", "User", "taro@contoso.example", null, List.of()));
    }

    @Test
    void namesAgentAsInitiator_R_AUD_01() {
        DirectoryAudit line = DescribeFact.describe(Line.message(WritebackResult.success(ID, "agent-1", Map.of())));

        assertThat(line.initiatedBy().user()).isNull();
        assertThat(line.initiatedBy().app().displayName()).isEqualTo("agent-1");
        assertThat(line.targetResources()).extracting(Target::id).containsExactly(ACCOUNT.toString());
    }

    @Test
    void keepsTheFactsIdAndItsTimeToTheMicrosecond_R_AUD_01() {
        Message<?> message = Line.message(new ResetCancelled(ID, TARO, true));

        DirectoryAudit line = DescribeFact.describe(message);

        assertThat(line.id()).isEqualTo(message.id());
        assertThat(line.activityDateTime()).isEqualTo("2026-05-01T03:04:05.678901Z");
    }

    @Test
    void isFiledAsGraphFilesIt_R_AUD_01() {
        DirectoryAudit line = DescribeFact.describe(Line.message(new ResetCancelled(ID, TARO, true)));

        assertThat(line.category()).isEqualTo("UserManagement");
        assertThat(line.loggedByService()).isEqualTo("Self-service Password Management");
        assertThat(line.operationType()).isEqualTo("Update");
    }
}
