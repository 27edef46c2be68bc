package io.sspr.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.Message;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackResult.Outcome;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The packaged agent, killed as by {@code kill -9} at every step between receipt and answer. Whatever the step, and
 * whether it comes back itself or another agent of its tenant takes over: no password is set twice, no request is lost,
 * and the answer comes at most five seconds after the request's expiry and says what is in force.
 */
@Tag("crash")
class CrashIT {
    private static final Duration AT_MOST = Duration.ofSeconds(40);
    private static final Duration VALIDITY = Duration.ofSeconds(30);
    private static final String NEW = "Tr0ub4dor-canary";
    private static final String NEWER = "C0rrect-horse-canary";

    private static Surroundings surroundings;
    private static Witness witness;

    /** Who gets what a killed agent had in hand. */
    enum Survivor {
        ITSELF,
        OTHER;

        Agent of(Agent victim) {
            return this == ITSELF ? victim : surroundings.otherThan(victim);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        surroundings = new Surroundings();
        witness = new Witness(surroundings);
    }

    @AfterAll
    static void stop() throws Exception {
        surroundings.close();
    }

    @ParameterizedTest(name = "killed when {0}, then {1}, in {2} s: {3}")
    @CsvSource(textBlock = """
            RECEIVED,   ITSELF, 30, SUCCESS, 1
            RECEIVED,   OTHER,   5, EXPIRED, 0
            SEARCHING,  OTHER,  30, SUCCESS, 1
            WRITE_LOST, ITSELF, 30, SUCCESS, 2
            WRITE_LOST, OTHER,   5, EXPIRED, 1
            WRITE_LATE, OTHER,  30, SUCCESS, 1
            WRITTEN,    ITSELF,  5, SUCCESS, 1
            WRITTEN,    OTHER,  30, SUCCESS, 1
            FINISHING,  OTHER,  30, SUCCESS, 1
            ANSWERING,  ITSELF, 30, SUCCESS, 1
            COMMITTED,  OTHER,  30, SUCCESS, 1
            """)
    void everyRequestIsAnsweredOnceAndTruthfully_R_WB_31f_R_WB_31g(
            CrashPoint point, Survivor survivor, int validity, String outcome, int sent) throws Exception {
        // Given
        Agent victim = surroundings.onlyAgent();
        String user = surroundings.newUser();
        Message<WritebackRequest> request = surroundings.cloud.reset(user, NEW, Duration.ofSeconds(validity));
        try (Hold hold = new HoldAt(surroundings).point(point, user, request)) {
            surroundings.cloud.send(request);
            hold.awaitReached();

            // When
            surroundings.killAllAgents();
        }
        survivor.of(victim).start();

        // Then
        witness.awaitAnswer(request);
        surroundings.cloud.send(surroundings.cloud.inAnotherMessage(request));
        witness.awaitEverythingOf(user);
        if (outcome.equals("SUCCESS")) {
            witness.assertSet(request, user, NEW);
        } else {
            witness.assertExpired(request, user, NEW);
        }
        assertThat(surroundings.directory.passwordsSent(user)).hasSize(sent);
    }

    @Test
    void answerThatTheBrokerWasNotToldOfIsRepeated_R_WB_31g() throws Exception {
        // Given: the broker is told every five seconds, and has just been told
        Agent victim = surroundings.onlyAgent();
        String user = surroundings.newUser();
        Message<WritebackRequest> former = surroundings.cloud.unlock(user);
        surroundings.cloud.send(former);
        await().atMost(AT_MOST)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> surroundings.isCommitted(surroundings.cloud.recordOf(former)));
        Message<WritebackRequest> request = surroundings.cloud.reset(user, NEW, VALIDITY);
        surroundings.cloud.send(request);
        witness.awaitAnswers(request, 1);

        // When
        surroundings.killAllAgents();
        assertThat(surroundings.isCommitted(surroundings.cloud.recordOf(request)))
                .isFalse();
        surroundings.otherThan(victim).start();

        // Then
        witness.awaitAnswers(request, 2);
        witness.awaitEverythingOf(user);
        witness.assertSet(request, user, NEW);
        assertThat(surroundings.directory.passwordsSent(user)).hasSize(1);
    }

    @Test
    void livingAgentTakesOver_R_WB_23() throws Exception {
        // Given
        surroundings.startBothAgents();
        String user = surroundings.newUser();
        Message<WritebackRequest> request = surroundings.cloud.reset(user, NEW, VALIDITY);
        Agent victim;
        try (Hold hold = new HoldAt(surroundings).point(CrashPoint.WRITTEN, user, request)) {
            surroundings.cloud.send(request);
            hold.awaitReached();

            // When
            victim = surroundings.agent(
                    surroundings.database.holderOfTurn(request.event().requestId()));
            victim.kill();
        }

        // Then
        assertThat(witness.awaitAnswer(request).agent())
                .isEqualTo(surroundings.otherThan(victim).name());
        witness.awaitEverythingOf(user);
        witness.assertSet(request, user, NEW);
        assertThat(surroundings.directory.passwordsSent(user)).hasSize(1);
    }

    @Test
    void twoAgentsSetEachOfTwentyPasswordsOnce_R_WB_31g() throws Exception {
        // Given: names that are always spread alike, over both agents
        surroundings.startBothAgents();
        List<String> users =
                IntStream.range(0, 10).mapToObj("two-agents-user%d"::formatted).toList();
        for (String user : users) {
            surroundings.directory.addUser(user);
        }

        // When: each comes twice, and once more when a newer password is in force
        List<Message<WritebackRequest>> requests = sendTwice(users, NEW);
        List<Message<WritebackRequest>> newer = sendTwice(users, NEWER);
        requests.forEach(surroundings.cloud::send);
        requests.addAll(newer);

        // Then
        for (String user : users) {
            witness.awaitEverythingOf(user);
            assertThat(surroundings.directory.passwordsSent(user)).containsExactly(NEW, NEWER);
            assertThat(surroundings.directory.signsIn(user, NEWER)).isTrue();
        }
        List<WritebackResult> results = new ArrayList<>();
        for (Message<WritebackRequest> request : requests) {
            assertThat(witness.distinctAnswers(request)).hasSize(1);
            results.addAll(witness.distinctAnswers(request));
        }
        assertThat(results).extracting(WritebackResult::outcome).containsOnly(Outcome.SUCCESS);
        assertThat(results).extracting(WritebackResult::agent).contains("agent-1", "agent-2");
    }

    @Test
    void lateDuplicateLeavesNewerPasswordInForce_R_WB_31g() throws Exception {
        // Given
        surroundings.onlyAgent();
        String user = surroundings.newUser();
        Message<WritebackRequest> request = surroundings.cloud.reset(user, NEW, VALIDITY);
        surroundings.cloud.send(request);
        witness.awaitAnswers(request, 1);
        surroundings.directory.setOnPremises(user, NEWER);

        // When
        surroundings.cloud.send(request);
        surroundings.cloud.send(surroundings.cloud.inAnotherMessage(request));

        // Then
        witness.awaitAnswers(request, 3);
        assertThat(witness.distinctAnswers(request)).hasSize(1);
        assertThat(surroundings.directory.passwordsSent(user)).containsExactly(NEW);
        assertThat(surroundings.directory.signsIn(user, NEWER)).isTrue();
        assertThat(surroundings.directory.signsIn(user, NEW)).isFalse();
    }

    @Test
    void lateDuplicateThatNobodyRemembersLeavesNewerPasswordInForce_R_WB_31g() throws Exception {
        // Given
        surroundings.onlyAgent();
        String user = surroundings.newUser();
        Message<WritebackRequest> request = surroundings.cloud.resetAskedForBefore(Duration.ofSeconds(10), user, NEW);
        surroundings.cloud.send(request);
        witness.awaitAnswers(request, 1);
        surroundings.directory.setOnPremises(user, NEWER);

        // When: as with a database that was restored from an older backup
        surroundings.database.forgetEverything();
        surroundings.cloud.send(request);

        // Then
        assertThat(witness.awaitAnswers(request, 2).get(1).result().reason()).isEqualTo(WritebackVerdict.EXPIRED);
        assertThat(surroundings.directory.passwordsSent(user)).containsExactly(NEW);
        assertThat(surroundings.directory.signsIn(user, NEWER)).isTrue();
    }

    /** Returns when all are answered. */
    private static List<Message<WritebackRequest>> sendTwice(List<String> users, String password) {
        List<Message<WritebackRequest>> requests = new ArrayList<>();
        for (String user : users) {
            Message<WritebackRequest> request = surroundings.cloud.reset(user, password, VALIDITY);
            surroundings.cloud.send(request);
            surroundings.cloud.send(surroundings.cloud.inAnotherMessage(request));
            requests.add(request);
        }
        requests.forEach(request -> witness.awaitAnswers(request, 1));
        return requests;
    }
}
