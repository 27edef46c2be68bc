package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.POLICY_CHANGE;
import static io.sspr.audit.record.Activity.WRITEBACK_DISABLED;
import static io.sspr.audit.record.Activity.WRITEBACK_ENABLED;
import static io.sspr.audit.record.Line.HELEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit.Change;
import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.audit.log.DirectoryAudit.Target;
import io.sspr.contract.policy.DirectoryImported;
import io.sspr.contract.policy.PolicyChangeRefused;
import io.sspr.contract.policy.PolicyChanged;
import io.sspr.contract.policy.WritebackSwitched;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyEntriesTest {
    private static final String POLICY = "Self-service password reset policy";

    @Test
    void showsSettingsBeforeAndAfter_R_CFG_27() {
        Line line = Line.of(new PolicyChanged(
                        HELEN,
                        List.of(
                                new PolicyChanged.Change("lockout.threshold", "10", "5"),
                                new PolicyChanged.Change("methodsEnabled", "[\"EMAIL\"]", "[]"))))
                .tells(POLICY_CHANGE, SUCCESS, null)
                .isBy(HELEN);

        assertThat(line.audit().targetResources())
                .containsExactly(policy(
                        new Change("lockout.threshold", "10", "5"), new Change("methodsEnabled", "[\"EMAIL\"]", "[]")));
    }

    @Test
    void namesSettingsThatWereRefusedAndStayedAsTheyWere_R_AUD_28() {
        Line line = Line.of(new PolicyChangeRefused(HELEN, List.of("methodsRequired", "lockout")))
                .tells(POLICY_CHANGE, FAILURE, "PolicyRejected")
                .isBy(HELEN)
                .hasDetails(new Detail("Settings", "methodsRequired, lockout"));

        assertThat(line.audit().targetResources()).containsExactly(policy());
    }

    @Test
    void tellsWhatAnImportChanged_R_AUD_28() {
        Line line = Line.of(new DirectoryImported(HELEN, 3, 40))
                .tells(POLICY_CHANGE, SUCCESS, "Directory imported")
                .isBy(HELEN);

        assertThat(line.audit().targetResources())
                .containsExactly(policy(new Change("Groups", null, "3"), new Change("Accounts", null, "40")));
    }

    @Test
    void tellsAnImportThatNobodyIsKnownToHaveMade_R_AUD_28() {
        Line line = Line.of(new DirectoryImported(null, 3, 40));

        assertThat(line.audit().initiatedBy().app()).isNull();
        assertThat(line.audit().initiatedBy().user().id()).isNull();
    }

    @Test
    void switchesWritebackForTheDirectory_R_AUD_29() {
        Line on = Line.of(new WritebackSwitched(HELEN, true))
                .tells(WRITEBACK_ENABLED, SUCCESS, null)
                .isBy(HELEN);
        Line.of(new WritebackSwitched(HELEN, false)).tells(WRITEBACK_DISABLED, SUCCESS, null);

        assertThat(on.audit().category()).isEqualTo("DirectoryManagement");
        assertThat(on.audit().targetResources())
                .containsExactly(new Target("contoso", null, "Directory", null, null, List.of()));
    }

    @Test
    void keepsAValueOnOneLine_A17() {
        Line line = Line.of(
                new PolicyChanged(HELEN, List.of(new PolicyChanged.Change("sq.custom", "[]", "[\"a\nb\u0000\"]"))));

        assertThat(line.audit().targetResources().get(0).modifiedProperties())
                .containsExactly(new Change("sq.custom", "[]", "[\"a b \"]"));
    }

    private static Target policy(Change... changes) {
        return new Target("contoso", POLICY, "Policy", null, null, List.of(changes));
    }
}
