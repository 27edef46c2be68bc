package io.sspr.reset.eligibility;

import static io.sspr.contract.SsprCode.SSPR_NOT_ENABLED_IN_USER_POLICY;
import static io.sspr.contract.SsprCode.TENANT_SSPR_FLAG_DISABLED;
import static io.sspr.contract.SsprCode.USER_NOT_LICENSED;
import static io.sspr.contract.SsprCode.USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP;
import static io.sspr.contract.SsprCode.WRITEBACK_NOT_ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.Method;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.writeback.AgentReachability;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckEligibilityTest {
    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void letsThroughWhoeverPassesEveryCheck_R_CHK_03_R_CHK_11_R_WB_41(AccountKind kind) {
        assertThat(new Situation().kind(kind).check()).isEmpty();
        assertThat(new Situation().kind(kind).administrator().check()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void everyCheckHasItsCodeAndItsReason_R_CHK_04_R_CHK_11(Wrong wrong) {
        assertThat(new Situation().with(wrong).check()).contains(new Ineligible(wrong.code, wrong.reason));
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void firstOfTwoFailingChecksWins_R_CHK_04_R_CHK_11(Wrong first, Wrong second) {
        assertThat(new Situation().with(second, first).code()).contains(first.code);
    }

    static Stream<Arguments> neighbours() {
        Wrong[] all = Wrong.values();
        return IntStream.range(1, all.length - 1).mapToObj(i -> Arguments.of(all[i - 1], all[i]));
    }

    @Test
    void lastCheckButTheAgentsWinsOverEitherOfItsTroubles_R_CHK_09_R_CHK_11() {
        assertThat(new Situation()
                        .with(Wrong.WRITEBACK_OFF, Wrong.AGENT_MISCONFIGURED)
                        .code())
                .contains(WRITEBACK_NOT_ENABLED);
    }

    @Test
    void everythingWrongAtOnceIsOneCode_R_CHK_04() {
        Situation situation = new Situation()
                .with(
                        Wrong.AGENT_UNREACHABLE,
                        Wrong.WRITEBACK_OFF,
                        Wrong.TOO_FEW_METHODS,
                        Wrong.UNLICENSED,
                        Wrong.OUTSIDE_SCOPE,
                        Wrong.NO_POLICY,
                        Wrong.SWITCHED_OFF);

        assertThat(situation.code()).contains(TENANT_SSPR_FLAG_DISABLED);
    }

    @Test
    void administratorsWhoAreSwitchedOffGet13BeforeAnythingElse_R_CHK_03_R_ADM_08() {
        Situation situation = new Situation().administrator().with(Wrong.UNLICENSED, Wrong.TOO_FEW_METHODS);
        situation.administratorsMayReset = false;

        assertThat(situation.check())
                .contains(new Ineligible(USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP, "AdministratorsMayNotReset"));
    }

    @Test
    void switchForAdministratorsDoesNotBindUsers_R_CFG_20() {
        Situation situation = new Situation();
        situation.administratorsMayReset = false;

        assertThat(situation.check()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Wrong.class,
            names = {"SWITCHED_OFF", "NO_POLICY", "OUTSIDE_SCOPE"})
    void administratorsSkipTheChecksOfScopeAndPolicy_R_CHK_03_R_ADM_01(Wrong wrong) {
        assertThat(new Situation().administrator().with(wrong).check()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Wrong.class,
            names = {"UNLICENSED", "TOO_FEW_METHODS", "WRITEBACK_OFF", "AGENT_UNREACHABLE", "AGENT_MISCONFIGURED"})
    void administratorsOnPremisesAreBoundByTheOtherChecks_R_CHK_03_R_LIC_08(Wrong wrong) {
        assertThat(new Situation().administrator().with(wrong).code()).contains(wrong.code);
    }

    @Test
    void administratorsInTheCloudNeedNoLicence_R_LIC_08() {
        assertThat(new Situation()
                        .administrator()
                        .kind(AccountKind.CLOUD_ONLY)
                        .with(Wrong.UNLICENSED)
                        .check())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Wrong.class,
            names = {"WRITEBACK_OFF", "AGENT_UNREACHABLE", "AGENT_MISCONFIGURED"})
    void cloudOnlyUsersNeverReachTheChecksOfTheOnPremisesSide_R_CHK_21(Wrong wrong) {
        assertThat(new Situation().kind(AccountKind.CLOUD_ONLY).with(wrong).check())
                .isEmpty();
    }

    @Test
    void missingOrDeletedGroupIsNoPolicy_R_CFG_02_R_CHK_05() {
        Situation situation = new Situation();
        situation.scope = Scope.SELECTED;
        situation.scopeGroupExists = false;

        assertThat(situation.code()).contains(SSPR_NOT_ENABLED_IN_USER_POLICY);
    }

    @Test
    void groupIsOfNoConcernWhenEverybodyMayReset_R_CFG_01() {
        Situation situation = new Situation();
        situation.scopeGroupExists = false;
        situation.inScopeGroup = false;

        assertThat(situation.check()).isEmpty();
    }

    @Test
    void policyWithoutAnyMethodIsNone_R_CHK_05() {
        Situation situation = new Situation();
        situation.methodsEnabled = new Method[] {};

        assertThat(situation.code()).contains(SSPR_NOT_ENABLED_IN_USER_POLICY);
    }

    @Test
    void licenceWithoutWritebackDoesNotCoverAnOnPremisesPassword_R_CHK_07_R_LIC_03() {
        Situation situation = new Situation();
        situation.licences = Set.of(Licence.OFFICE_365_E5, Licence.M365_BUSINESS_STANDARD);

        assertThat(situation.code()).contains(USER_NOT_LICENSED);
        assertThat(situation.kind(AccountKind.CLOUD_ONLY).check()).isEmpty();
    }

    @Test
    void freePlanCoversNoReset_R_CHK_07_R_LIC_02() {
        Situation situation = new Situation().kind(AccountKind.CLOUD_ONLY);
        situation.licences = Set.of(Licence.FREE);

        assertThat(situation.code()).contains(USER_NOT_LICENSED);
    }

    @Test
    void tenantThatNeverOnboardedAnAgentHasNoWriteback_R_CHK_09() {
        Situation situation = new Situation();
        situation.agent = AgentReachability.NOT_ONBOARDED;

        assertThat(situation.code()).contains(WRITEBACK_NOT_ENABLED);
    }
}
