package io.sspr.reset.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sspr.reset.gate.Method;
import io.sspr.reset.policy.TenantPolicy.Audience;
import io.sspr.reset.policy.TenantPolicy.EnumerationProtection;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.question.PredefinedQuestion;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for a tenant that has said nothing. */
class TenantPolicyTest {
    private final TenantPolicy policy = TenantPolicy.DEFAULT;

    @Test
    void nobodyMayReset_R_CFG_01() {
        assertThat(policy.ssprEnabled()).isEqualTo(Scope.NONE);
    }

    @Test
    void noGroupIsChosen_R_CFG_02() {
        assertThat(policy.ssprGroupId()).isNull();
        assertThat(policy.scopeGroup()).isEmpty();
    }

    @Test
    void oneMethodIsRequired_R_CFG_05() {
        assertThat(policy.methodsRequired()).isEqualTo(1);
    }

    @Test
    void mailAndMobilePhoneAreEnabled_R_CFG_06() {
        assertThat(policy.methodsEnabled()).containsExactlyInAnyOrder(Method.EMAIL, Method.MOBILE_PHONE);
    }

    @Test
    void fiveQuestionsAreRegistered_R_CFG_09() {
        assertThat(policy.sq().registerCount()).isEqualTo(5);
    }

    @Test
    void threeQuestionsAreAsked_R_CFG_10() {
        assertThat(policy.sq().resetCount()).isEqualTo(3);
    }

    @Test
    void allPredefinedQuestionsAndNoOthersAreOnOffer_R_CFG_11() {
        assertThat(policy.sq().predefined()).isEqualTo(PredefinedQuestion.names());
        assertThat(policy.sq().custom()).isEmpty();
    }

    @Test
    void registrationIsAskedForAtSignIn_R_CFG_12() {
        assertThat(policy.registrationRequired()).isTrue();
    }

    @Test
    void dataIsConfirmedAgainAfter180Days_R_CFG_13() {
        assertThat(policy.reconfirmDays()).isEqualTo(180);
    }

    @Test
    void usersAreTold_R_CFG_14() {
        assertThat(policy.notifyUserOnReset()).isTrue();
    }

    @Test
    void otherAdministratorsAreNotTold_R_CFG_15() {
        assertThat(policy.notifyAllAdminsOnAdminReset()).isFalse();
    }

    @Test
    void allAdministratorsAreMeantWhereAnyAre_R_NTF_02() {
        assertThat(policy.adminNotificationAudience()).isEqualTo(Audience.ALL_ADMINS);
    }

    @Test
    void helpdeskIsOurOwn_R_CFG_16() {
        assertThat(policy.helpdesk().custom()).isFalse();
        assertThat(policy.helpdesk().target()).isNull();
    }

    @Test
    void writebackIsOff_R_CFG_17() {
        assertThat(policy.writebackEnabled()).isFalse();
    }

    @Test
    void nothingIsUnlockedWithoutAReset_R_CFG_18() {
        assertThat(policy.allowUnlockWithoutReset()).isFalse();
    }

    @Test
    void mailAddressesAreNoNames_R_CFG_19() {
        assertThat(policy.alternateLoginId().enabled()).isFalse();
    }

    @Test
    void administratorsMayReset_R_CFG_20() {
        assertThat(policy.allowedToUseSspr()).isTrue();
    }

    @Test
    void noOwnTermsAreBanned_R_CFG_21() {
        assertThat(policy.banned().enforceCustom()).isFalse();
        assertThat(policy.banned().custom()).isEmpty();
    }

    @Test
    void tenWrongPasswordsLockForAMinute_R_CFG_22() {
        assertThat(policy.lockout().threshold()).isEqualTo(10);
        assertThat(policy.lockout().durationSec()).isEqualTo(60);
    }

    @Test
    void theCloudsRulesDoNotBindSynchronisedUsers_R_CFG_23() {
        assertThat(policy.enforceCloudPasswordPolicyForPasswordSyncedUsers()).isFalse();
    }

    @Test
    void passwordsLast90DaysWithNoticeIn14_R_CFG_24() {
        assertThat(policy.passwordPolicy().expiryDays()).isEqualTo(90);
        assertThat(policy.passwordPolicy().notifyDays()).isEqualTo(14);
    }

    @Test
    void thereIsNoBranding_R_CFG_26() {
        assertThat(policy.branding().logo()).isNull();
        assertThat(policy.branding().colour()).isNull();
    }

    @Test
    void whoeverNamesNobodyGetsTheNeutralAnswer_R_ERR_91() {
        assertThat(policy.enumerationProtection()).isEqualTo(EnumerationProtection.NEUTRAL);
    }

    @Test
    void noOtherPolicyAddsMethods_R_REG_05() {
        assertThat(policy.mfaMethods()).isEmpty();
        assertThat(policy.authenticationMethods()).isEmpty();
    }

    @Test
    void isTheSameAfterItWasStored_R_CFG_27() throws JsonProcessingException {
        TenantPolicy changed = TestPolicy.of("{'methodsRequired': 2, 'banned': {'custom': ['contoso']},"
                + " 'mfaMethods': ['APP_CODE'], 'branding': {'colour': '#0078d4'}}");

        assertThat(TestPolicy.JSON.treeToValue(TestPolicy.JSON.valueToTree(changed), TenantPolicy.class))
                .isEqualTo(changed)
                .isNotEqualTo(policy);
    }

    @Test
    void leavingPartOfASettingOutLeavesTheOtherPartAlone_R_CFG_22() {
        assertThat(TestPolicy.of("{'lockout': {'threshold': 3}}").lockout().durationSec())
                .isEqualTo(60);
    }

    @Test
    void cannotBeChangedFromOutside_R_CFG_06() {
        Set<Method> enabled = policy.methodsEnabled();

        assertThatThrownBy(() -> enabled.add(Method.APP_CODE)).isInstanceOf(UnsupportedOperationException.class);
    }
}
