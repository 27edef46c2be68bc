package io.sspr.reset.eligibility;

import static io.sspr.contract.SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED;
import static io.sspr.contract.SsprCode.ON_PREMISES_CONNECTIVITY_ERROR;
import static io.sspr.contract.SsprCode.SSPR_NOT_ENABLED_IN_USER_POLICY;
import static io.sspr.contract.SsprCode.TENANT_SSPR_FLAG_DISABLED;
import static io.sspr.contract.SsprCode.USER_NOT_LICENSED;
import static io.sspr.contract.SsprCode.USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP;
import static io.sspr.contract.SsprCode.USER_NOT_PROPERLY_CONFIGURED;
import static io.sspr.contract.SsprCode.WRITEBACK_NOT_ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TenantPolicy.Scope;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.writeback.AgentReachability;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckEligibilityTest {
    /** One thing that is wrong, and nothing else; in the order in which the checks are asked. */
    private enum Wrong {
        SWITCHED_OFF(TENANT_SSPR_FLAG_DISABLED, "SwitchedOffForTenant") { // R-CHK-04
            @Override
            void in(Situation situation) {
                situation.scope = Scope.NONE;
            }
        },
        NO_POLICY(SSPR_NOT_ENABLED_IN_USER_POLICY, "NoUsablePolicy") { // R-CHK-05
            @Override
            void in(Situation situation) {
                situation.methodsRequired = 2;
            }
        },
        OUTSIDE_SCOPE(USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP, "OutsideScope") { // R-CHK-06
            @Override
            void in(Situation situation) {
                situation.scope = Scope.SELECTED;
                situation.inScopeGroup = false;
            }
        },
        UNLICENSED(USER_NOT_LICENSED, "NotLicensed") { // R-CHK-07
            @Override
            void in(Situation situation) {
                situation.licences = Set.of();
            }
        },
        TOO_FEW_METHODS(USER_NOT_PROPERLY_CONFIGURED, "TooFewMethods") { // R-CHK-08
            @Override
            void in(Situation situation) {
                situation.gates = new RequiredGates(1, List.of());
            }
        },
        WRITEBACK_OFF(WRITEBACK_NOT_ENABLED, "WritebackSwitchedOff") { // R-CHK-09
            @Override
            void in(Situation situation) {
                situation.writeback = false;
            }
        },
        AGENT_UNREACHABLE(ON_PREMISES_CONNECTIVITY_ERROR, "AgentUnreachable") { // R-CHK-10
            @Override
            void in(Situation situation) {
                situation.agent = AgentReachability.UNREACHABLE;
            }
        },
        AGENT_MISCONFIGURED(ON_PREMISES_ADMIN_ACTION_REQUIRED, "AgentMisconfigured") { // R-CHK-11
            @Override
            void in(Situation situation) {
                situation.agent = AgentReachability.MISCONFIGURED;
            }
        };

        private final SsprCode code;
        private final String reason;

        Wrong(SsprCode code, String reason) {
            this.code = code;
            this.reason = reason;
        }

        abstract void in(Situation situation);
    }

    /** Somebody whose password is mastered on-premises and who may reset it; the agent is either silent or misconfigured, never both. */
    private static final class Situation {
        private AccountKind kind = AccountKind.PASS_THROUGH;
        private String[] roles = {};
        private Scope scope = Scope.ALL;
        private int methodsRequired = 1;
        private Method[] methodsEnabled = {Method.EMAIL};
        private boolean administratorsMayReset = true;
        private boolean writeback = true;
        private boolean onboarded = true;
        private boolean scopeGroupExists = true;
        private boolean inScopeGroup = true;
        private Set<Licence> licences = Set.of(Licence.ENTRA_P1);
        private RequiredGates gates = new RequiredGates(1, List.of(Method.EMAIL));
        private AgentReachability agent = AgentReachability.READY;

        private Situation with(Wrong... wrong) {
            Stream.of(wrong).forEach(one -> one.in(this));
            return this;
        }

        private Situation administrator() {
            roles = new String[] {Role.GLOBAL_ADMINISTRATOR};
            return this;
        }

        private Situation kind(AccountKind value) {
            kind = value;
            return this;
        }

        private Optional<Ineligible> check() {
            TestDirectory.PolicyBuilder policy =
                    TestDirectory.policy().scope(scope).group("sspr").methods(methodsRequired, methodsEnabled);
            if (!administratorsMayReset) {
                policy.administratorsMayNotReset();
            }
            if (!writeback) {
                policy.writebackOff();
            }
            return CheckEligibility.firstFailing(new Candidate(
                    onboarded
                            ? TestDirectory.tenant(policy.build())
                            : TestDirectory.tenantWithoutAgent(policy.build()),
                    TestDirectory.account().kind(kind).roles(roles).build(),
                    scopeGroupExists,
                    inScopeGroup,
                    licences,
                    gates,
                    agent));
        }

        private Optional<SsprCode> code() {
            return check().map(Ineligible::code);
        }
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void letsThroughWhoeverPassesEveryCheck_R_CHK_03_R_CHK_11(AccountKind kind) {
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
        situation.onboarded = false;

        assertThat(situation.code()).contains(WRITEBACK_NOT_ENABLED);
    }
}
