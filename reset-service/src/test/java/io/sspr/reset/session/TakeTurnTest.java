package io.sspr.reset.session;

import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.SsprCode;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.ResetState.Blocked;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.throttle.TestThrottle;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TakeTurnTest {
    private static final GatesOpen AT_GATES = new GatesOpen(Set.of(EMAIL), 2);
    private static final PasswordOpen AT_PASSWORD = new PasswordOpen(Set.of(EMAIL, MOBILE_PHONE));

    private final Account account = TestDirectory.account().build();
    private final TestThrottle throttle = new TestThrottle();
    private Instant now = TestSessions.EXPIRES_AT.minusMillis(1);

    @Test
    void stepInItsTurnIsTaken_R_FLW_07_R_FLW_10() {
        assertThat(atGates(session(AT_GATES), Optional.empty())).isEqualTo(Outcome.done("gate"));
        assertThat(atPassword(session(AT_PASSWORD), Optional.empty())).isEqualTo(Outcome.done("password"));
    }

    static Stream<Arguments> statesBeforeAndAfterThePassword() {
        return Stream.of(
                Arguments.of(AT_GATES, ProblemName.GATES_NOT_PASSED),
                Arguments.of(AT_PASSWORD.sentToAgent(UUID.randomUUID(), Instant.MAX), ProblemName.SUBMIT_IN_FLIGHT),
                Arguments.of(AT_PASSWORD.succeeded(), ProblemName.SESSION_ENDED),
                Arguments.of(AT_PASSWORD.refused(SsprCode.USER_NOT_LICENSED), ProblemName.SESSION_ENDED),
                Arguments.of(AT_PASSWORD.cancelled(), ProblemName.SESSION_ENDED),
                Arguments.of(AT_PASSWORD.abandoned(), ProblemName.SESSION_ENDED),
                Arguments.of(AT_PASSWORD.blocked(), ProblemName.THROTTLED));
    }

    @ParameterizedTest
    @MethodSource("statesBeforeAndAfterThePassword")
    void passwordIsSubmittedAfterAllGatesAndOnce_R_FLW_41_R_FLW_11(ResetState state, ProblemName problem) {
        assertThat(atPassword(session(state), Optional.empty())).isEqualTo(Outcome.declined(problem));
    }

    @Test
    void gatesArePassedOnce_R_FLW_08() {
        assertThat(atGates(session(AT_PASSWORD), Optional.empty()))
                .isEqualTo(Outcome.declined(ProblemName.GATES_ALREADY_PASSED));
    }

    @Test
    void nothingIsPossibleFromTheFifteenthMinuteOn_R_ERR_96_R_FLW_03() {
        now = TestSessions.EXPIRES_AT;

        assertThat(atGates(session(AT_GATES), Optional.empty()))
                .isEqualTo(Outcome.declined(ProblemName.SESSION_EXPIRED));
        assertThat(atPassword(session(AT_PASSWORD), Optional.empty()))
                .isEqualTo(Outcome.declined(ProblemName.SESSION_EXPIRED));
    }

    @Test
    void blockInAnotherSessionEndsThisOne_R_ERR_92_R_THR_10() {
        throttle.block();
        ResetSession gates = session(AT_GATES);
        ResetSession password = session(AT_PASSWORD);

        assertThat(atGates(gates, Optional.empty())).isEqualTo(Outcome.declined(ProblemName.THROTTLED));
        assertThat(atPassword(password, Optional.empty())).isEqualTo(Outcome.declined(ProblemName.THROTTLED));
        assertThat(gates.state()).isEqualTo(new Blocked(AT_GATES.passed()));
        assertThat(password.state()).isEqualTo(new Blocked(AT_PASSWORD.passed()));
    }

    @Test
    void sessionLeadsNowhereOnceItsUserHasANewPassword_R_FLW_12() {
        account.passwordWasSet(TestSessions.BEGUN_AT);
        assertThat(atPassword(session(AT_PASSWORD), Optional.empty())).isEqualTo(Outcome.done("password"));

        account.passwordWasSet(TestSessions.BEGUN_AT.plusMillis(1));
        assertThat(atGates(session(AT_GATES), Optional.empty())).isEqualTo(Outcome.declined(ProblemName.SESSION_ENDED));
        assertThat(atPassword(session(AT_PASSWORD), Optional.empty()))
                .isEqualTo(Outcome.declined(ProblemName.SESSION_ENDED));
    }

    @Test
    void stepOnWhatAnotherTabHasChangedIsNotTaken_R_FLW_34() {
        ResetSession session = session(AT_GATES);
        int seen = session.version();

        assertThat(atGates(session, Optional.of(seen))).isEqualTo(Outcome.done("gate"));

        session.step();

        assertThat(atGates(session, Optional.of(seen))).isEqualTo(Outcome.declined(ProblemName.VERSION_OUTDATED));
    }

    private ResetSession session(ResetState state) {
        return TestSessions.session(account, state);
    }

    private Outcome<String> atGates(ResetSession session, Optional<Integer> seen) {
        return turn(session).atGates(session.id(), seen, (taken, gates, at) -> Outcome.done("gate"));
    }

    private Outcome<String> atPassword(ResetSession session, Optional<Integer> seen) {
        return turn(session).atPassword(session.id(), seen, (taken, open, at) -> Outcome.done("password"));
    }

    private TakeTurn turn(ResetSession session) {
        return new TakeTurn(
                new TestSessions(session), TestSessions.owner(account), throttle, Clock.fixed(now, ZoneOffset.UTC));
    }
}
