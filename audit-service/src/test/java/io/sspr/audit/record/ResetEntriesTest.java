package io.sspr.audit.record;

import static io.sspr.audit.log.DirectoryAudit.Result.FAILURE;
import static io.sspr.audit.log.DirectoryAudit.Result.SUCCESS;
import static io.sspr.audit.log.DirectoryAudit.Result.TIMEOUT;
import static io.sspr.audit.record.Activity.PROGRESS;
import static io.sspr.audit.record.Activity.RESET;
import static io.sspr.audit.record.Activity.UNLOCK;
import static io.sspr.audit.record.Line.ID;
import static io.sspr.audit.record.Line.NOBODY;
import static io.sspr.audit.record.Line.NOW;
import static io.sspr.audit.record.Line.TARO;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.log.DirectoryAudit.Detail;
import io.sspr.contract.SsprCode;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.contract.reset.ResetCancelled;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.reset.ResetStarted;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.reset.WritebackRequested;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResetEntriesTest {
    @Test
    void tellsEveryStepAsProgress_R_AUD_24() {
        Line.of(new ResetStarted(ID, TARO, 2, List.of("MOBILE_PHONE", "EMAIL")))
                .tells(PROGRESS, SUCCESS, "Account found and allowed to reset")
                .isByAndTo(TARO)
                .hasDetails(
                        new Detail("GatesRequired", "2"),
                        new Detail("MethodsOffered", "Mobile phone + Alternate email"));
    }

    @ParameterizedTest
    @CsvSource({
        "RESET, Asked the on-premises side to set the password",
        "UNLOCK, Asked the on-premises side to unlock the account"
    })
    void tellsWhatTheOnPremisesSideWasAskedFor_R_AUD_24(Operation operation, String reason) {
        Line.of(new WritebackRequested(ID, TARO, ID, operation, NOW))
                .tells(PROGRESS, SUCCESS, reason)
                .isByAndTo(TARO)
                .hasDetails(new Detail("RequestId", ID.toString()), new Detail("ExpiresAt", NOW.toString()));
    }

    @Test
    void tellsMethodsAndAgentOfSuccess_R_AUD_23() {
        Line.of(new ResetSucceeded(ID, TARO, List.of("MOBILE_PHONE", "EMAIL"), "agent-1", "Contoso", null, List.of()))
                .tells(RESET, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(
                        new Detail("MethodsUsed", "Mobile phone + Alternate email"),
                        new Detail("SsprCode", ""),
                        new Detail("OnPremisesAgent", "agent-1"));
        Line.of(new ResetSucceeded(ID, TARO, List.of("EMAIL"), null, "Contoso", null, List.of()))
                .hasDetails(
                        new Detail("MethodsUsed", "Alternate email"),
                        new Detail("SsprCode", ""),
                        new Detail("OnPremisesAgent", "None"));
    }

    @Test
    void tellsAnUnlockByItsOwnName_R_AUD_25() {
        Line.of(new AccountUnlocked(ID, TARO, List.of("APP_CODE", "EMAIL"), "agent-1", "Contoso", null, List.of()))
                .tells(UNLOCK, SUCCESS, null)
                .isByAndTo(TARO)
                .hasDetails(
                        new Detail("MethodsUsed", "Mobile app + Alternate email"),
                        new Detail("SsprCode", ""),
                        new Detail("OnPremisesAgent", "agent-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "BANNED, FuzzyPolicyViolationInvalidPassword",
        "CLOUD, CloudPolicyViolation",
        "ON_PREMISES, OnPremisesPolicyViolation"
    })
    void tellsWhosePolicyRefusedThePassword_R_AUD_23(Policy policy, String reason) {
        Line.of(new PasswordRefused(ID, TARO, policy, List.of("LENGTH", "CATEGORIES")))
                .tells(RESET, FAILURE, reason)
                .isByAndTo(TARO)
                .hasDetails(new Detail("SsprCode", ""), new Detail("BrokenRules", "LENGTH, CATEGORIES"));
    }

    @Test
    void namesNoBrokenRuleIfNoneIsKnown_R_AUD_23() {
        Line.of(new PasswordRefused(ID, TARO, Policy.ON_PREMISES, List.of())).hasDetails(new Detail("SsprCode", ""));
        Line.of(new PasswordRefused(ID, TARO, Policy.ON_PREMISES, null)).hasDetails(new Detail("SsprCode", ""));
    }

    @ParameterizedTest
    @EnumSource
    void tellsARefusalByNameAndCode_R_AUD_44(SsprCode code) {
        Map<String, Object> evidence = Map.of("ldapResult", 50);

        Line.of(new ResetRefused(ID, TARO, code, Stage.SUBMIT, Operation.RESET, "NO_RIGHTS", 33004, evidence))
                .tells(RESET, FAILURE, code.title())
                .isByAndTo(TARO)
                .hasDetails(
                        new Detail("SsprCode", code.code()),
                        new Detail("Reason", "NO_RIGHTS"),
                        new Detail("EventId", "33004"),
                        new Detail("ldapResult", "50"));
        Line.of(new ResetRefused(ID, TARO, code, Stage.ELIGIBILITY, null, "NotLicensed", null, null))
                .tells(PROGRESS, FAILURE, code.title())
                .hasDetails(new Detail("SsprCode", code.code()), new Detail("Reason", "NotLicensed"));
    }

    @ParameterizedTest
    @CsvSource({
        "ON_PREMISES_ADMIN_ACTION_REQUIRED, PROTECTED_ACCOUNT, OnPremisesAdminActionRequired, 33004",
        "ON_PREMISES_CONNECTIVITY_ERROR, EXPIRED, OnPremisesConnectivityError, 31034"
    })
    void tellsARefusedOrUnansweredUnlockByItsOwnName_R_AUD_25(
            SsprCode code, String why, String reason, Integer eventId) {
        Line.of(new ResetRefused(ID, TARO, code, Stage.SUBMIT, Operation.UNLOCK, why, eventId, Map.of()))
                .tells(UNLOCK, FAILURE, reason)
                .isByAndTo(TARO)
                .hasDetails(
                        new Detail("SsprCode", code.code()),
                        new Detail("Reason", why),
                        new Detail("EventId", eventId.toString()));
    }

    @Test
    void tellsAtWhichStageTheUserGaveUp_R_AUD_42() {
        Line.of(new ResetCancelled(ID, TARO, false))
                .tells(PROGRESS, FAILURE, "Cancelled before passing the required methods");
        Line.of(new ResetCancelled(ID, TARO, true))
                .tells(PROGRESS, FAILURE, "Cancelled before submitting a new password");
    }

    @Test
    void tellsAtWhichStageTimeRanOut_R_AUD_40_R_AUD_46() {
        Line.of(new ResetAbandoned(ID, TARO, false))
                .tells(PROGRESS, TIMEOUT, "Abandoned before passing the required methods");
        Line.of(new ResetAbandoned(ID, TARO, true))
                .tells(PROGRESS, TIMEOUT, "Abandoned before submitting a new password");
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheAdministratorWhyNobodyWasFound_R_ERR_91(Cause cause) {
        Line line = Line.of(new AccountNotVerified(ID, TARO, cause)).isByAndTo(TARO);

        assertThat(line.audit().additionalDetails()).contains(new Detail("Cause", cause.name()));
        assertThat(line.audit().result()).isEqualTo(FAILURE);
        assertThat(line.audit().activityDisplayName()).isEqualTo(PROGRESS.displayName());
    }

    @Test
    void hasNoTargetIfNobodyWasFound_R_ERR_91() {
        Line line = Line.of(new AccountNotVerified(null, NOBODY, Cause.UNKNOWN))
                .tells(PROGRESS, FAILURE, "AccountNotVerified")
                .isBy(NOBODY)
                .hasDetails(new Detail("Cause", "UNKNOWN"));

        assertThat(line.audit().targetResources()).isEmpty();
    }

    @Test
    void tellsWhatToSwitchOnForMailAddresses_R_ERR_94() {
        Line line = Line.of(new AccountNotVerified(null, TARO, Cause.ALTERNATE_ID_NOT_ENABLED))
                .tells(PROGRESS, FAILURE, "AlternateIdNotEnabled");

        assertThat(detail(line, "Remedy")).containsIgnoringCase("enable sign-in with email as alternate login ID");
    }

    @Test
    void warnsOfAnAddressThatSeveralAccountsHave_R_UID_02() {
        Line line = Line.of(new AccountNotVerified(null, NOBODY, Cause.AMBIGUOUS_ADDRESS))
                .tells(PROGRESS, FAILURE, "AccountNotVerified");

        assertThat(detail(line, "Warning")).isEqualTo("More than one account has this mail address");
    }

    @Test
    void tellsThatMoreHasToBeProvenNow_R_CHK_20() {
        Line line = Line.of(new AccountNotVerified(ID, TARO, Cause.MORE_GATES_REQUIRED))
                .tells(PROGRESS, FAILURE, "MoreGatesRequired");

        assertThat(detail(line, "Remedy")).contains("start again");
    }

    private static String detail(Line line, String key) {
        return line.audit().additionalDetails().stream()
                .filter(detail -> detail.key().equals(key))
                .map(Detail::value)
                .findFirst()
                .orElseThrow();
    }
}
