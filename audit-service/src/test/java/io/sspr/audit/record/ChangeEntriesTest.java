package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.record.Activity.CHANGE;
import static io.sspr.audit.record.Activity.RESET_BY_ADMIN;
import static io.sspr.audit.record.Activity.UNLOCK_BY_ADMIN;
import static io.sspr.audit.record.Line.HELEN;
import static io.sspr.audit.record.Line.TARO;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.SsprCode;
import io.sspr.contract.change.AccountUnlockByAdminRefused;
import io.sspr.contract.change.AccountUnlockedByAdmin;
import io.sspr.contract.change.PasswordChangeRefused;
import io.sspr.contract.change.PasswordChanged;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.change.PasswordResetByAdminRefused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeEntriesTest {
    @Test
    void isToldByTheNameOfSelfServiceChange_R_CHG_02() {
        Line.of(new PasswordChanged(TARO, null, "Contoso", null, List.of()))
                .tells(CHANGE, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(new Detail("SsprCode", ""), new Detail("OnPremisesAgent", "None"));
        Line.of(new PasswordChanged(TARO, "agent-1", "Contoso", null, List.of()))
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
    void tellsWhoGaveTheUserAnotherPasswordAndWhichAgentSetIt_R_AUD_22() {
        Line.of(new PasswordResetByAdmin(TARO, HELEN, true, "agent-1", "Contoso", null, List.of()))
                .tells(RESET_BY_ADMIN, SUCCESS, null)
                .isBy(HELEN)
                .isTo(TARO)
                .hasDetails(
                        new Detail("SsprCode", ""),
                        new Detail("OnPremisesAgent", "agent-1"),
                        new Detail("ForceChangeAtNextSignIn", "true"));
    }

    @Test
    void namesNoAgentWhereTheCloudMastersThePassword_R_AUD_22() {
        Line.of(new PasswordResetByAdmin(TARO, HELEN, false, null, "Contoso", null, List.of()))
                .hasDetails(
                        new Detail("SsprCode", ""),
                        new Detail("OnPremisesAgent", "None"),
                        new Detail("ForceChangeAtNextSignIn", "false"));
    }

    @Test
    void tellsWhyTheAdministratorCouldNot_R_AUD_22() {
        SsprCode code = SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED;

        Line.of(new PasswordResetByAdminRefused(
                        TARO, HELEN, code.title(), List.of(), code, 33004, Map.of("adminCount", 1)))
                .tells(RESET_BY_ADMIN, FAILURE, "OnPremisesAdminActionRequired")
                .isBy(HELEN)
                .isTo(TARO)
                .hasDetails(
                        new Detail("SsprCode", "SSPR_0029"),
                        new Detail("EventId", "33004"),
                        new Detail("adminCount", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotAllowed", "OwnPassword", "CloudPolicyViolation", "FuzzyPolicyViolationInvalidPassword"})
    void leavesTheReasonOfAnAdministratorsFailureAsItIs_R_AUD_22(String reason) {
        Line.of(new PasswordResetByAdminRefused(TARO, HELEN, reason, List.of("LENGTH"), null, null, Map.of()))
                .tells(RESET_BY_ADMIN, FAILURE, reason)
                .hasDetails(new Detail("SsprCode", ""), new Detail("BrokenRules", "LENGTH"));
    }

    @Test
    void tellsWhoUnlockedTheAccountAndByWhichAgent_R_WB_34() {
        Line.of(new AccountUnlockedByAdmin(TARO, HELEN, "agent-1"))
                .tells(UNLOCK_BY_ADMIN, SUCCESS, null)
                .isBy(HELEN)
                .isTo(TARO)
                .hasDetails(new Detail("SsprCode", ""), new Detail("OnPremisesAgent", "agent-1"));
        Line.of(new AccountUnlockedByAdmin(TARO, HELEN, null))
                .hasDetails(new Detail("SsprCode", ""), new Detail("OnPremisesAgent", "None"));
    }

    @Test
    void tellsWhyTheAdministratorCouldNotUnlock_R_WB_34() {
        SsprCode code = SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED;

        Line.of(new AccountUnlockByAdminRefused(TARO, HELEN, code.title(), code, 33004, Map.of("adminCount", 1)))
                .tells(UNLOCK_BY_ADMIN, FAILURE, "OnPremisesAdminActionRequired")
                .isBy(HELEN)
                .isTo(TARO)
                .hasDetails(
                        new Detail("SsprCode", "SSPR_0029"),
                        new Detail("EventId", "33004"),
                        new Detail("adminCount", "1"));
        Line.of(new AccountUnlockByAdminRefused(TARO, HELEN, "NotAllowed", null, null, Map.of()))
                .tells(UNLOCK_BY_ADMIN, FAILURE, "NotAllowed")
                .hasDetails(new Detail("SsprCode", ""));
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
