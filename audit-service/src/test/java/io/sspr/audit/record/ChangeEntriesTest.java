package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.CHANGE;
import static io.sspr.audit.record.Line.TARO;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.SsprCode;
import io.sspr.contract.change.PasswordChangeRefused;
import io.sspr.contract.change.PasswordChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeEntriesTest {
    @Test
    void isToldByTheNameOfSelfServiceChange_R_CHG_02() {
        Line.of(new PasswordChanged(TARO, null, "Contoso", List.of()))
                .tells(CHANGE, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(new Detail("SsprCode", ""), new Detail("OnPremisesAgent", "None"));
        Line.of(new PasswordChanged(TARO, "agent-1", "Contoso", List.of()))
                .hasDetails(new Detail("SsprCode", ""), new Detail("OnPremisesAgent", "agent-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IncorrectPassword",
                "FuzzyPolicyViolationInvalidPassword",
                "CloudPolicyViolation",
                "OnPremisesPolicyViolation",
                "AccountLockedOnPremises"
            })
    void leavesTheReasonAsItIs_R_AUD_21(String reason) {
        Line.of(new PasswordChangeRefused(TARO, reason, List.of("CUSTOM"), null, null, null))
                .tells(CHANGE, FAILURE, reason)
                .isByAndTo(TARO)
                .hasDetails(new Detail("SsprCode", ""), new Detail("BrokenRules", "CUSTOM"));
    }

    @Test
    void tellsWhatTheAgentSaw_R_AUD_21() {
        SsprCode code = SsprCode.ON_PREMISES_CONNECTIVITY_ERROR;

        Line.of(new PasswordChangeRefused(TARO, code.title(), List.of(), code, 31034, Map.of("ldapResult", 91)))
                .tells(CHANGE, FAILURE, "OnPremisesConnectivityError")
                .hasDetails(
                        new Detail("SsprCode", "SSPR_0030"),
                        new Detail("EventId", "31034"),
                        new Detail("ldapResult", "91"));
    }
}
