package io.sspr.reset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.policy.PolicyChanged.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDifferenceTest {
    @Test
    void samePoliciesDoNotDiffer_R_CFG_27() {
        assertThat(between("{'a': 1, 'b': {'c': [1, 2]}}", "{'b': {'c': [1, 2]}, 'a': 1}"))
                .isEmpty();
    }

    @Test
    void saysOldAndNewValueOfEachSetting_R_CFG_27() {
        assertThat(between(
                        "{'methodsRequired': 1, 'lockout': {'threshold': 10, 'durationSec': 60}}",
                        "{'methodsRequired': 2, 'lockout': {'threshold': 5, 'durationSec': 60}}"))
                .containsExactly(new Change("lockout.threshold", "10", "5"), new Change("methodsRequired", "1", "2"));
    }

    @Test
    void listIsOneSetting_R_CFG_27() {
        assertThat(between("{'methodsEnabled': ['EMAIL']}", "{'methodsEnabled': ['EMAIL', 'APP_CODE']}"))
                .containsExactly(new Change("methodsEnabled", "[\"EMAIL\"]", "[\"EMAIL\",\"APP_CODE\"]"));
    }

    @Test
    void settingThatAppearsOrGoesHadOrHasNoValue_R_CFG_27() {
        assertThat(between("{'ssprGroupId': null}", "{'ssprGroupId': 'staff'}"))
                .containsExactly(new Change("ssprGroupId", "null", "\"staff\""));
        assertThat(between("{'helpdesk': {'target': 'x'}}", "{}"))
                .containsExactly(new Change("helpdesk.target", "\"x\"", "null"));
    }

    private static List<Change> between(String before, String after) {
        return PolicyDifference.between(TestPolicy.json(before), TestPolicy.json(after));
    }
}
