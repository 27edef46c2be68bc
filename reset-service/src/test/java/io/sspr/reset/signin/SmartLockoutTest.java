package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Person;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.Language;
import io.sspr.reset.signin.SmartLockout.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmartLockoutTest {
    private final TestLockouts lockouts = new TestLockouts();
    private final Claimant nobody = claimant("hash of a name", Optional.empty());

    @Test
    void tenWrongPasswordsLock_R_LOK_01() {
        failTimes(10, nobody);

        assertThat(begin(nobody, "the right one").isRefused()).isTrue();
    }

    @Test
    void refusesUntilTheLockIsOver_R_LOK_01_R_LOK_04() {
        failTimes(10, nobody);
        Instant end = begin(nobody, "x").lockedUntil();

        lockouts.clock.moveTo(end.minusMillis(1));
        assertThat(begin(nobody, "x").isRefused()).isTrue();

        lockouts.clock.moveTo(end);
        assertThat(begin(nobody, "x").isRefused()).isFalse();
    }

    @Test
    void whatIsRefusedDoesNotMakeTheLockLonger_R_LOK_01() {
        failTimes(10, nobody);
        Instant end = begin(nobody, "x").lockedUntil();

        lockouts.clock.moveTo(end.minusSeconds(1));
        begin(nobody, "y");

        assertThat(begin(nobody, "z").lockedUntil()).isEqualTo(end);
    }

    @Test
    void oneTryAfterALockAndThenTwiceAsLong_R_LOK_01() {
        failTimes(10, nobody);
        lockouts.clock.moveTo(begin(nobody, "x").lockedUntil());

        fail(nobody, "another");

        Attempt refused = begin(nobody, "x");
        assertThat(refused.isRefused()).isTrue();
        assertThat(Duration.between(lockouts.clock.instant(), refused.lockedUntil()))
                .isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void ofManyAttemptsAtOnceTenAreJudged_R_LOK_01() {
        long judged = IntStream.range(0, 200)
                .filter(i -> !begin(nobody, "guess " + i).isRefused())
                .count();

        assertThat(judged).isEqualTo(10);
    }

    @Test
    void theSameWrongPasswordCountsOnce_R_LOK_02() {
        for (int i = 0; i < 50; i++) {
            fail(nobody, "stored in a phone");
        }

        assertThat(lockouts.state("hash of a name").failures()).isEqualTo(1);
    }

    @Test
    void passThroughRemembersNoPassword_R_LOK_02() {
        Claimant tom = known(AccountKind.PASS_THROUGH);

        assertThat(begin(tom, "wrong").mark()).isNull();
        assertThat(begin(tom, "wrong").isCounted()).isTrue();
        assertThat(begin(known(AccountKind.FEDERATED), "wrong").mark()).isNull();
        assertThat(begin(known(AccountKind.PASSWORD_HASH_SYNC), "wrong").mark()).isNotNull();
    }

    @Test
    void aRightPasswordIsNotRemembered_R_LOK_02() {
        Attempt attempt = begin(nobody, "right");

        assertThat(lockouts.state("hash of a name").badMarks()).isEmpty();
        lockouts.lockout.succeeded(attempt);
        assertThat(lockouts.state("hash of a name")).isEqualTo(LockoutState.NONE);
    }

    @Test
    void aSuccessForgetsTheFailures_R_LOK_01() {
        failTimes(9, nobody);
        lockouts.lockout.succeeded(begin(nobody, "right"));

        failTimes(9, nobody);

        assertThat(begin(nobody, "right").isRefused()).isFalse();
    }

    @Test
    void aResetEndsTheLock_R_LOK_05() {
        Claimant cleo = known(AccountKind.CLOUD_ONLY);
        for (int i = 0; i < 10; i++) {
            begin(cleo, "guess " + i);
        }
        assertThat(begin(cleo, "x").isRefused()).isTrue();

        lockouts.lockout.clear(cleo.user().id());

        assertThat(begin(cleo, "x").isRefused()).isFalse();
    }

    @Test
    void whatNobodyCouldJudgeDoesNotCount_R_WB_03() {
        for (int i = 0; i < 50; i++) {
            lockouts.lockout.undecided(begin(nobody, "guess " + i));
        }

        assertThat(begin(nobody, "x").isRefused()).isFalse();
    }

    private void failTimes(int times, Claimant claimant) {
        for (int i = 0; i < times; i++) {
            fail(claimant, "wrong " + i);
        }
    }

    private void fail(Claimant claimant, String password) {
        lockouts.lockout.failed(begin(claimant, password));
    }

    private Attempt begin(Claimant claimant, String password) {
        return lockouts.lockout.begin(claimant, Secret.of(password));
    }

    private static Claimant known(AccountKind kind) {
        Account account = TestDirectory.account().kind(kind).build();
        return claimant(account.id().toString(), Optional.of(account));
    }

    private static Claimant claimant(String subject, Optional<Account> account) {
        Person user = account.map(known -> known.person("203.0.113.7")).orElseGet(() -> Person.unknown("203.0.113.7"));
        Visitor visitor = new Visitor(UUID.randomUUID(), Language.EN, "203.0.113.7");
        return new Claimant(subject, Optional.empty(), user, account, visitor);
    }
}
