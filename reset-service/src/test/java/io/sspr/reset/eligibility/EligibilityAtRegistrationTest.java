package io.sspr.reset.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.directory.TestDirectory.PolicyBuilder;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.TestMethods;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.writeback.AgentReachability;
import io.sspr.reset.writeback.TestAgents;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EligibilityAtRegistrationTest {
    private static final Groups IN_SCOPE = TestDirectory.groups(true, true);
    private static final Groups OUT_OF_SCOPE = TestDirectory.groups(true, false);

    @Test
    void userWithoutAnyDataMayRegister_R_REG_02() {
        assertThat(reason(IN_SCOPE, TestDirectory.policy().methods(2, Method.values()), licensed()))
                .isEmpty();
        assertThat(reason(IN_SCOPE, selected(), licensed())).isEmpty();
    }

    @Test
    void switchedOffForTheUserIsARefusal_R_REG_02() {
        assertThat(reason(IN_SCOPE, TestDirectory.policy().scope(Scope.NONE), licensed()))
                .contains("SwitchedOffForTenant");
        assertThat(reason(OUT_OF_SCOPE, selected(), licensed())).contains("OutsideScope");
        assertThat(reason(IN_SCOPE, TestDirectory.policy().scope(Scope.SELECTED), licensed()))
                .contains("OutsideScope");
    }

    @Test
    void missingLicenceIsARefusal_R_REG_03_R_LIC_03() {
        Account withoutWriteback = TestDirectory.account()
                .kind(AccountKind.FEDERATED)
                .licences(Licence.OFFICE_365_E3)
                .build();

        assertThat(reason(
                        IN_SCOPE,
                        TestDirectory.policy(),
                        TestDirectory.account().build()))
                .contains("NotLicensed");
        assertThat(reason(IN_SCOPE, TestDirectory.policy(), withoutWriteback)).contains("NotLicensed");
    }

    @Test
    void administratorsRegisterUnlessThatWasTakenFromThem_R_ADM_08() {
        Account administrator =
                TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR).build();

        assertThat(reason(OUT_OF_SCOPE, TestDirectory.policy().scope(Scope.NONE), administrator))
                .isEmpty();
        assertThat(reason(IN_SCOPE, TestDirectory.policy().administratorsMayNotReset(), administrator))
                .contains("AdministratorsMayNotReset");
    }

    @Test
    void silentAgentKeepsNobodyFromRegistering() {
        Account onPremises = TestDirectory.account()
                .kind(AccountKind.FEDERATED)
                .licences(Licence.ENTRA_P1)
                .build();

        assertThat(reason(IN_SCOPE, TestDirectory.policy().writebackOff(), onPremises))
                .isEmpty();
    }

    @Test
    void causeIsNamedByTheCodeOfAReset_R_REG_03() {
        assertThat(check(
                        IN_SCOPE,
                        TestDirectory.policy(),
                        TestDirectory.account().build()))
                .map(Ineligible::code)
                .contains(SsprCode.USER_NOT_LICENSED);
    }

    private static PolicyBuilder selected() {
        return TestDirectory.policy().scope(Scope.SELECTED).group("sspr");
    }

    private static Account licensed() {
        return TestDirectory.account().licences(Licence.ENTRA_P1).build();
    }

    private static Optional<String> reason(Groups groups, PolicyBuilder policy, Account account) {
        return check(groups, policy, account).map(Ineligible::reason);
    }

    private static Optional<Ineligible> check(Groups groups, PolicyBuilder policy, Account account) {
        return new CheckEligibility(groups, new TestAgents(AgentReachability.UNREACHABLE), new TestMethods())
                .atRegistration(TestDirectory.tenant(policy.build()), account);
    }
}
