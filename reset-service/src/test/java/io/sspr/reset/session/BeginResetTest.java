package io.sspr.reset.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.outbox.RememberedFacts;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.FindAccount.Found;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.BeginReset.Begun;
import io.sspr.reset.session.BeginReset.Visitor;
import io.sspr.reset.throttle.TestThrottle;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beginnings that come to nothing before anybody asks for eligibility. */
class BeginResetTest {
    private static final Account ALICE = TestDirectory.account().build();
    private static final Tenant SWITCHED_OFF =
            TestDirectory.tenant(TestDirectory.policy().scope(Scope.NONE).build());

    private final RememberedFacts outbox = new RememberedFacts();
    private final TestThrottle throttle = new TestThrottle();

    @Test
    void blockComesBeforeEveryCheckThatHasACode_R_CHK_02_R_ERR_92() {
        throttle.block();

        assertThat(begin(new Found(Optional.of(ALICE), Optional.empty())))
                .isEqualTo(Outcome.declined(ProblemName.THROTTLED));
        assertThat(outbox.facts()).isEmpty();
    }

    @Test
    void blockedNameThatLeadsNowhereIsAnsweredAlike_R_CHK_02_R_ERR_91() {
        throttle.block();

        assertThat(begin(new Found(Optional.empty(), Optional.of(Cause.UNKNOWN))))
                .isEqualTo(Outcome.declined(ProblemName.THROTTLED));
    }

    @ParameterizedTest
    @EnumSource(names = "MORE_GATES_REQUIRED", mode = EnumSource.Mode.EXCLUDE)
    void whoeverMayNotResetIsAnsweredAlikeAndTheAdministratorLearnsWhy_R_CHK_01_R_ERR_91_R_ERR_94(Cause cause) {
        Optional<Account> account =
                cause == Cause.UNKNOWN || cause == Cause.AMBIGUOUS_ADDRESS ? Optional.empty() : Optional.of(ALICE);

        assertThat(begin(new Found(account, Optional.of(cause))))
                .isEqualTo(Outcome.declined(ProblemName.ACCOUNT_NOT_VERIFIED));
        assertThat(throttle.counted()).containsExactly(TestThrottle.subjects().ofName("alice@contoso.example"));
        assertThat(outbox.facts())
                .singleElement()
                .isInstanceOfSatisfying(
                        AccountNotVerified.class,
                        fact -> assertThat(fact.cause()).isEqualTo(cause));
    }

    private Outcome<Begun> begin(Found found) {
        BeginReset beginReset = new BeginReset(
                new OneTenant(),
                TestDirectory.finds(found),
                null,
                throttle,
                TestThrottle.subjects(),
                null,
                null,
                null,
                outbox,
                Clock.fixed(TestSessions.BEGUN_AT, ZoneOffset.UTC),
                null);
        return beginReset.begin(" Alice@contoso.example ", new Visitor(UUID.randomUUID(), Language.EN, "203.0.113.7"));
    }

    @Vetoed
    private static final class OneTenant extends Tenants {
        @Override
        public Optional<Tenant> ofDomain(String domain) {
            return Optional.of(SWITCHED_OFF);
        }
    }
}
