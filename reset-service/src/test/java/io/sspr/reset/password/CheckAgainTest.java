package io.sspr.reset.password;

import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static io.sspr.reset.gate.Method.SECURITY_QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Fact;
import io.sspr.contract.SsprCode;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.outbox.RememberedFacts;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.directory.TestDirectory.AccountBuilder;
import io.sspr.reset.directory.TestDirectory.PolicyBuilder;
import io.sspr.reset.directory.TestTenants;
import io.sspr.reset.eligibility.TestEligibility;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.TestMethods;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetState.Cancelled;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.TestSessions;
import io.sspr.reset.throttle.TestThrottle;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody has passed the gates, and something has changed meanwhile. */
class CheckAgainTest {
    private static final Instant NOW = TestSessions.BEGUN_AT.plusSeconds(600);

    private final RememberedFacts outbox = new RememberedFacts();
    private final TestThrottle throttle = new TestThrottle();
    private Groups groups = TestDirectory.groups(true, true, Licence.ENTRA_P1);
    private ResetSession session;

    @Test
    void goesOnIfNothingHasChanged_R_CHK_20() {
        assertThat(check(TestDirectory.policy(), user().build(), EMAIL)).isEmpty();
        assertThat(outbox.facts()).isEmpty();
        assertThat(throttle.ended()).isEmpty();
    }

    @Test
    void disabledAccountEndsLikeAnUnknownOne_R_CHK_20_R_CHK_01() {
        assertThat(check(TestDirectory.policy(), user().disabled().build(), EMAIL))
                .contains(Outcome.declined(ProblemName.ACCOUNT_NOT_VERIFIED));
        assertThat(cause()).isEqualTo(Cause.SIGN_IN_DISABLED);
        assertThat(session.state()).isInstanceOf(Cancelled.class);
    }

    @Test
    void guestEndsLikeAnUnknownOne_R_CHK_20_R_ACT_07() {
        assertThat(check(TestDirectory.policy(), user().guest().build(), EMAIL))
                .contains(Outcome.declined(ProblemName.ACCOUNT_NOT_VERIFIED));
        assertThat(cause()).isEqualTo(Cause.GUEST);
    }

    @Test
    void lostLicenceIsTheCodeOfTheBeginning_R_CHK_20_R_CHK_07() {
        groups = TestDirectory.groups(true, true);

        assertThat(check(TestDirectory.policy(), user().build(), EMAIL))
                .contains(Outcome.refused(SsprCode.USER_NOT_LICENSED));
        assertThat(session.state()).isInstanceOf(Refused.class);
        assertThat((ResetRefused) fact()).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(SsprCode.USER_NOT_LICENSED);
            assertThat(refused.stage()).isEqualTo(Stage.SUBMIT);
        });
    }

    @Test
    void switchedOffIsSoForSessionsUnderWay_R_CHK_20_R_CHK_04() {
        assertThat(check(TestDirectory.policy().scope(Scope.NONE), user().build(), EMAIL))
                .contains(Outcome.refused(SsprCode.TENANT_SSPR_FLAG_DISABLED));
    }

    @Test
    void stricterPolicyIsNotMetByWhatWasPassed_R_CHK_20_R_CFG_05() {
        assertThat(check(TestDirectory.policy().methods(2, EMAIL, MOBILE_PHONE), user().build(), EMAIL))
                .contains(Outcome.declined(ProblemName.SESSION_ENDED));
        assertThat(cause()).isEqualTo(Cause.MORE_GATES_REQUIRED);
    }

    @Test
    void whoeverBecameAnAdministratorHasTwoGatesToPass_R_ADM_09() {
        assertThat(check(TestDirectory.policy(), administrator(), EMAIL))
                .contains(Outcome.declined(ProblemName.SESSION_ENDED));
        assertThat(cause()).isEqualTo(Cause.MORE_GATES_REQUIRED);
    }

    @Test
    void securityQuestionsDoNotCountForWhoeverBecameAnAdministrator_R_ADM_09_R_SQ_01() {
        PolicyBuilder policy = TestDirectory.policy().methods(2, EMAIL, SECURITY_QUESTIONS);

        assertThat(check(policy, user().build(), EMAIL, SECURITY_QUESTIONS)).isEmpty();
        assertThat(check(policy, administrator(), EMAIL, SECURITY_QUESTIONS))
                .contains(Outcome.declined(ProblemName.SESSION_ENDED));
    }

    @Test
    void administratorWhoPassedTwoGatesGoesOn_R_ADM_09() {
        assertThat(check(TestDirectory.policy(), administrator(), EMAIL, MOBILE_PHONE))
                .isEmpty();
    }

    @Test
    void whoeverIsNoAdministratorAnyMoreIsBoundByTheTenantsPolicy_R_ADM_09_R_ACT_01() {
        assertThat(check(TestDirectory.policy().scope(Scope.NONE), user().build(), EMAIL, MOBILE_PHONE))
                .contains(Outcome.refused(SsprCode.TENANT_SSPR_FLAG_DISABLED));
    }

    @Test
    void everySuchEndIsAnAttempt_R_THR_11() {
        Account disabled = user().disabled().build();

        check(TestDirectory.policy(), disabled, EMAIL);
        check(TestDirectory.policy().scope(Scope.NONE), disabled, EMAIL);

        assertThat(throttle.ended()).hasSize(2).containsOnly(disabled.id().toString());
    }

    private Optional<Outcome<String>> check(PolicyBuilder policy, Account account, Method... passed) {
        TestMethods methods = TestMethods.withAnswers();
        PasswordOpen open = new PasswordOpen(Set.of(passed));
        session = TestSessions.session(account, open);
        return new CheckAgain(
                        TestEligibility.of(groups, methods), methods, TestSessions.owner(account), throttle, outbox)
                .check(session, open, TestTenants.paying(policy.build()), account, NOW);
    }

    private Cause cause() {
        return ((AccountNotVerified) fact()).cause();
    }

    private Fact fact() {
        assertThat(outbox.facts()).isNotEmpty();
        return outbox.facts().get(outbox.facts().size() - 1);
    }

    private static AccountBuilder user() {
        return TestDirectory.account().alternateEmail(TestDirectory.MAIL).mobilePhone(TestDirectory.PHONE);
    }

    private static Account administrator() {
        return user().roles(Role.GLOBAL_ADMINISTRATOR).build();
    }
}
