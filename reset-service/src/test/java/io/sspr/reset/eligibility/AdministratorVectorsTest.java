package io.sspr.reset.eligibility;

import static io.sspr.contract.SsprCode.USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP;
import static io.sspr.contract.SsprCode.USER_NOT_PROPERLY_CONFIGURED;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static io.sspr.reset.gate.Method.SECURITY_QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.directory.TestDirectory.AccountBuilder;
import io.sspr.reset.directory.TestDirectory.PolicyBuilder;
import io.sspr.reset.directory.TestTenants;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.TestMethods;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.writeback.AgentReachability;
import io.sspr.reset.writeback.TestAgents;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Administrators and users side by side, in a tenant that pays and has its own domain. Everybody here has answered their security questions. */
class AdministratorVectorsTest {
    private static final Groups IN_THE_GROUP = TestDirectory.groups(true, true);
    private static final Groups OUTSIDE = TestDirectory.groups(true, false);

    @Test
    void globalAdministratorWithMobileAndQuestionsOnlyIs14_R_ADM_04() {
        assertThat(begins(IN_THE_GROUP, TestDirectory.policy(), withMobile(administrator())))
                .contains(USER_NOT_PROPERLY_CONFIGURED);
    }

    @Test
    void globalAdministratorWithMobileAndMailMayReset_R_ADM_04() {
        assertThat(begins(IN_THE_GROUP, TestDirectory.policy(), withMobileAndMail(administrator())))
                .isEmpty();
    }

    @Test
    void andSoIfItIsOffForUsers_R_ADM_01() {
        assertThat(begins(IN_THE_GROUP, TestDirectory.policy().scope(Scope.NONE), withMobileAndMail(administrator())))
                .isEmpty();
    }

    @Test
    void andSoOutsideTheGroup_R_ADM_01() {
        assertThat(begins(OUTSIDE, selected(), withMobileAndMail(administrator())))
                .isEmpty();
    }

    @Test
    void userInTheGroupWithMobileAndQuestionsMayReset_R_ADM_03_R_SQ_01() {
        PolicyBuilder policy = selected().methods(2, MOBILE_PHONE, SECURITY_QUESTIONS);

        assertThat(begins(IN_THE_GROUP, policy, withMobile(TestDirectory.account())))
                .isEmpty();
    }

    @Test
    void administratorsWhoMayNotAreRefusedAlsoInTheGroup_R_ADM_08() {
        PolicyBuilder policy = selected().administratorsMayNotReset();

        assertThat(begins(IN_THE_GROUP, policy, withMobileAndMail(administrator())))
                .contains(USER_NOT_MEMBER_OF_SCOPED_ACCESS_GROUP);
    }

    @Test
    void licenceIsThatOfTheUserWhoResetsNotOfAnybodyElse_R_LIC_06() {
        Account user = withMobile(TestDirectory.account().kind(AccountKind.FEDERATED));
        Account unlicensed =
                TestDirectory.account().mobilePhone(TestDirectory.PHONE).build();

        assertThat(begins(IN_THE_GROUP, TestDirectory.policy(), user)).isEmpty();
        assertThat(begins(IN_THE_GROUP, TestDirectory.policy(), unlicensed)).contains(SsprCode.USER_NOT_LICENSED);
    }

    private static Optional<SsprCode> begins(Groups groups, PolicyBuilder policy, Account account) {
        return check(groups)
                .atBegin(TestTenants.paying(policy.build()), account)
                .map(Ineligible::code);
    }

    private static CheckEligibility check(Groups groups) {
        return new CheckEligibility(groups, new TestAgents(AgentReachability.READY), TestMethods.withAnswers());
    }

    private static PolicyBuilder selected() {
        return TestDirectory.policy().scope(Scope.SELECTED).group("sspr");
    }

    private static AccountBuilder administrator() {
        return TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR);
    }

    private static Account withMobile(AccountBuilder account) {
        return account.licences(Licence.ENTRA_P1)
                .mobilePhone(TestDirectory.PHONE)
                .build();
    }

    private static Account withMobileAndMail(AccountBuilder account) {
        return account.alternateEmail(TestDirectory.MAIL)
                .mobilePhone(TestDirectory.PHONE)
                .build();
    }
}
