package io.sspr.reset.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Person;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Claimant;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.TestLockouts;
import io.sspr.reset.signin.Visitor;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What needs no look at the lists of banned passwords; the rest is in the service's integration tests. */
class ChangeInCloudTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final PasswordHash HASH = new PasswordHash();
    private static final Secret CURRENT = Secret.of("Old-Copper-2025");
    private static final Secret REPLACEMENT = Secret.of("Fresh-Copper-2026");

    private final Account account = account();
    private final Claimant cleo = claimant(Optional.of(account));
    private final Claimant nobody = claimant(Optional.empty());
    private final TestLockouts lockouts = new TestLockouts();
    private final Reports reports = new Reports();
    private final ChangeInCloud changeInCloud = new ChangeInCloud(
            new OneAccount(), HASH, null, lockouts.lockout, reports, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void needsTheCurrentPassword_R_CHG_01() {
        assertThat(change(cleo, Secret.of("guess"), REPLACEMENT))
                .map(Refusal::problem)
                .contains(ProblemName.CURRENT_PASSWORD_WRONG);
        assertThat(account.passwordHash().orElseThrow()).matches(hash -> HASH.matches(CURRENT, hash));
    }

    @Test
    void aWrongCurrentPasswordIsAFailedSignIn_R_CHG_02() {
        change(cleo, Secret.of("guess"), REPLACEMENT);

        assertThat(lockouts.failures(cleo)).isEqualTo(1);
        assertThat(reports.told).containsExactly("IncorrectPassword");
    }

    @Test
    void aNameWithoutAccountGetsTheAnswerOfAWrongPassword_R_CHG_02() {
        assertThat(change(nobody, CURRENT, REPLACEMENT)).isEqualTo(change(cleo, Secret.of("guess"), REPLACEMENT));
        assertThat(lockouts.failures(nobody)).isEqualTo(1);
    }

    @Test
    void refusesTheCurrentPasswordAsTheNewOne_R_CLD_05() {
        Optional<Refusal> refusal = change(cleo, CURRENT, Secret.of(CURRENT.reveal()));

        assertThat(refusal).contains(Refusal.of(ProblemName.CLOUD_POLICY_VIOLATION, List.of("DIFFERENT")));
        assertThat(reports.told).containsExactly("CloudPolicyViolation");
    }

    @Test
    void aRightCurrentPasswordForgetsFailuresEvenIfTheNewOneIsRefused_R_CHG_02() {
        change(cleo, Secret.of("guess"), REPLACEMENT);

        change(cleo, CURRENT, CURRENT);

        assertThat(lockouts.failures(cleo)).isZero();
    }

    @Test
    void setsTheNewPasswordAndRevokesTokens_R_CHG_01_R_FLW_12() {
        Instant tokensBefore = account.tokensValidFrom();

        assertThat(changeInCloud.isSet(cleo, HASH.of(REPLACEMENT))).isTrue();

        assertThat(account.passwordHash().orElseThrow()).matches(hash -> HASH.matches(REPLACEMENT, hash));
        assertThat(account.passwordSetAt()).contains(NOW);
        assertThat(account.tokensValidFrom()).isNotEqualTo(tokensBefore);
        assertThat(reports.told).containsExactly("changed");
    }

    @Test
    void doesNotReplaceAPasswordThatWasSetMeanwhile_R_CHG_01() {
        Claimant judged = claimant(Optional.of(copyOf(account)));
        account.changePasswordHash(HASH.of(Secret.of("Set-By-A-Reset-1")));

        assertThat(changeInCloud.isSet(judged, HASH.of(REPLACEMENT))).isFalse();

        assertThat(reports.told).isEmpty();
    }

    private Optional<Refusal> change(Claimant claimant, Secret current, Secret replacement) {
        return changeInCloud.change(lockouts.lockout.begin(claimant, current), current, replacement);
    }

    private static Account account() {
        Account account = TestDirectory.account().build();
        account.changePasswordHash(HASH.of(CURRENT));
        return account;
    }

    /** The account as another transaction has read it. */
    private static Account copyOf(Account account) {
        Account copy = TestDirectory.account().build();
        copy.changePasswordHash(account.passwordHash().orElseThrow());
        return copy;
    }

    private static Claimant claimant(Optional<Account> account) {
        Person user = account.map(known -> known.person("203.0.113.7")).orElseGet(() -> Person.unknown("203.0.113.7"));
        return new Claimant(
                account.map(known -> known.id().toString()).orElse("hash of a name"),
                Optional.of(TestDirectory.tenant(TestDirectory.policy().build())),
                user,
                account,
                new Visitor(UUID.randomUUID(), Language.EN, "203.0.113.7"));
    }

    private final class OneAccount extends Accounts {
        @Override
        public Account findById(UUID id, LockModeType lock) {
            return account;
        }
    }

    private static final class Reports extends ReportChange {
        private final List<String> told = new ArrayList<>();

        private Reports() {
            super(null, null, null, null);
        }

        @Override
        void succeeded(Claimant claimant, Account account) {
            told.add("changed");
        }

        @Override
        void wrongPassword(Claimant claimant) {
            told.add("IncorrectPassword");
        }

        @Override
        void refused(Claimant claimant, Verdict why) {
            told.add(why.problem().code());
        }
    }
}
