package io.sspr.reset.eligibility;

import static io.sspr.contract.SsprCode.ON_PREMISES_CONNECTIVITY_ERROR;
import static io.sspr.contract.SsprCode.SSPR_NOT_ENABLED_IN_USER_POLICY;
import static io.sspr.contract.SsprCode.TENANT_SSPR_FLAG_DISABLED;
import static io.sspr.contract.SsprCode.USER_NOT_LICENSED;
import static io.sspr.contract.SsprCode.USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP;
import static io.sspr.contract.SsprCode.USER_NOT_PROPERLY_CONFIGURED;
import static io.sspr.contract.SsprCode.WRITEBACK_NOT_ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.TestMethods;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.writeback.AgentReachability;
import io.sspr.reset.writeback.TestAgents;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eligibility with what tenant, groups and agents say, at the beginning and once more at submit. */
class EligibilityAtSubmitTest {
    private static final Groups IN_SCOPE = TestDirectory.groups(true, true);
    private static final Groups OUT_OF_SCOPE = TestDirectory.groups(true, false);
    private static final Groups NO_GROUP = TestDirectory.groups(false, false);

    @ParameterizedTest
    @EnumSource(
            value = AgentReachability.class,
            names = {"UNREACHABLE", "MISCONFIGURED"})
    void agentIsAskedForAtBeginOnlySinceItsAnswerTells_R_CHK_12_R_CHK_20(AgentReachability agent) {
        CheckEligibility check = new CheckEligibility(IN_SCOPE, new TestAgents(agent), new TestMethods());
        Tenant tenant = TestDirectory.tenant(TestDirectory.policy().build());

        assertThat(check.atBegin(tenant, onPremises())).isPresent();
        assertThat(check.atSubmit(tenant, onPremises())).isEmpty();
    }

    @Test
    void silentAgentIsCode30AtBegin_R_CHK_10() {
        CheckEligibility check =
                new CheckEligibility(IN_SCOPE, new TestAgents(AgentReachability.UNREACHABLE), new TestMethods());

        assertThat(check.atBegin(TestDirectory.tenant(TestDirectory.policy().build()), onPremises()))
                .map(Ineligible::code)
                .contains(ON_PREMISES_CONNECTIVITY_ERROR);
    }

    @Test
    void everySettingThatChangedSinceTheBeginningCounts_R_CHK_20() {
        Account user = onPremises();

        assertBoth(IN_SCOPE, TestDirectory.policy().scope(Scope.NONE), user, TENANT_SSPR_FLAG_DISABLED);
        assertBoth(NO_GROUP, selected(), user, SSPR_NOT_ENABLED_IN_USER_POLICY);
        assertBoth(OUT_OF_SCOPE, selected(), user, USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP);
        assertBoth(IN_SCOPE, TestDirectory.policy(), withoutLicence(), USER_NOT_LICENSED);
        assertBoth(IN_SCOPE, TestDirectory.policy().methods(2, Method.values()), user, USER_NOT_PROPERLY_CONFIGURED);
        assertBoth(IN_SCOPE, TestDirectory.policy().writebackOff(), user, WRITEBACK_NOT_ENABLED);
    }

    @Test
    void roleThatWasGivenSinceTheBeginningCounts_R_ADM_09() {
        Account promoted = TestDirectory.account()
                .roles("Helpdesk Administrator")
                .alternateEmail(TestDirectory.MAIL)
                .build();

        assertBoth(IN_SCOPE, TestDirectory.policy(), promoted, USER_NOT_PROPERLY_CONFIGURED);
        assertBoth(
                IN_SCOPE,
                TestDirectory.policy().administratorsMayNotReset(),
                promoted,
                USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP);
    }

    @Test
    void selectedScopeWithoutAGroupIsNoPolicy_R_CFG_02_R_CHK_05() {
        assertBoth(
                IN_SCOPE, TestDirectory.policy().scope(Scope.SELECTED), onPremises(), SSPR_NOT_ENABLED_IN_USER_POLICY);
    }

    @Test
    void memberOfTheSelectedGroupMayReset_R_CHK_06() {
        assertThat(both(IN_SCOPE, selected(), onPremises())).isEmpty();
    }

    @Test
    void licenceOfAGroupIsAsGoodAsOnesOwn_R_LIC_01() {
        assertThat(both(TestDirectory.groups(true, true, Licence.ENTRA_P2), TestDirectory.policy(), withoutLicence()))
                .isEmpty();
    }

    @Test
    void malformedPhoneIsAsGoodAsNone_R_CHK_08_R_PHN_03() {
        Account user = TestDirectory.account()
                .licences(Licence.ENTRA_P1)
                .mobilePhone("4251234567")
                .build();

        assertBoth(IN_SCOPE, TestDirectory.policy(), user, USER_NOT_PROPERLY_CONFIGURED);
    }

    @Test
    void globalAdministratorWithOneMethodOnlyIsCode14_R_ADM_04() {
        Account admin = TestDirectory.account()
                .roles(Role.GLOBAL_ADMINISTRATOR)
                .mobilePhone(TestDirectory.PHONE)
                .build();

        assertBoth(IN_SCOPE, TestDirectory.policy(), admin, USER_NOT_PROPERLY_CONFIGURED);
    }

    @Test
    void globalAdministratorWithMobileAndMailMayResetEvenIfSwitchedOff_R_ADM_01() {
        Account admin = TestDirectory.account()
                .roles(Role.GLOBAL_ADMINISTRATOR)
                .mobilePhone(TestDirectory.PHONE)
                .alternateEmail(TestDirectory.MAIL)
                .build();

        assertThat(both(IN_SCOPE, TestDirectory.policy(), admin)).isEmpty();
        assertThat(both(IN_SCOPE, TestDirectory.policy().scope(Scope.NONE), admin))
                .isEmpty();
    }

    private static void assertBoth(
            Groups groups, TestDirectory.PolicyBuilder policy, Account account, SsprCode expected) {
        assertThat(both(groups, policy, account)).contains(expected);
    }

    /** The code at submit, which must be that at the beginning. */
    private static Optional<SsprCode> both(Groups groups, TestDirectory.PolicyBuilder policy, Account account) {
        CheckEligibility check =
                new CheckEligibility(groups, new TestAgents(AgentReachability.READY), new TestMethods());
        Tenant tenant = TestDirectory.tenant(policy.build());
        Optional<Ineligible> atSubmit = check.atSubmit(tenant, account);
        assertThat(check.atBegin(tenant, account)).isEqualTo(atSubmit);
        return atSubmit.map(Ineligible::code);
    }

    private static TestDirectory.PolicyBuilder selected() {
        return TestDirectory.policy().scope(Scope.SELECTED).group("sspr");
    }

    private static Account onPremises() {
        return TestDirectory.account()
                .kind(AccountKind.FEDERATED)
                .licences(Licence.ENTRA_P1)
                .alternateEmail(TestDirectory.MAIL)
                .build();
    }

    private static Account withoutLicence() {
        return TestDirectory.account()
                .kind(AccountKind.FEDERATED)
                .alternateEmail(TestDirectory.MAIL)
                .build();
    }
}
