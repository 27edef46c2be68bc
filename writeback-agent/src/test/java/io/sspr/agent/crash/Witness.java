package io.sspr.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.agent.crash.CloudSide.Answered;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.Message;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackResult.Outcome;
import io.sspr.contract.writeback.WritebackVerdict;
import java.time.Duration;
import java.util.List;

/** Sees what became of requests: on the topics, in the agents' database and by signing in to the directory. */
final class Witness {
    private static final Duration AT_MOST = Duration.ofSeconds(40);
    private static final Duration AFTER_EXPIRY = Duration.ofSeconds(5);
    private static final int START = 31001;
    private static final int SUCCESS = 31002;
    private static final int FAIL = 31003;

    private final HeldDirectory directory;
    private final Database database;
    private final CloudSide cloud;

    Witness(Surroundings surroundings) {
        directory = surroundings.directory;
        database = surroundings.database;
        cloud = surroundings.cloud;
    }

    /** Waits for the first answer, which has to come in time. */
    WritebackResult awaitAnswer(Message<WritebackRequest> request) {
        Answered first = awaitAnswers(request, 1).get(0);
        assertThat(first.at()).isBeforeOrEqualTo(request.event().expiresAt().plus(AFTER_EXPIRY));
        return first.result();
    }

    List<Answered> awaitAnswers(Message<WritebackRequest> request, int count) {
        return await().atMost(AT_MOST)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> cloud.answers(request), answers -> answers.size() >= count);
    }

    /** Returns when all that was asked for an account so far is answered. */
    void awaitEverythingOf(String user) {
        Message<WritebackRequest> last = cloud.unlock(user);
        cloud.send(last);
        awaitAnswers(last, 1);
    }

    /** The answers of a request as far as they differ. */
    List<WritebackResult> distinctAnswers(Message<WritebackRequest> request) {
        return cloud.answers(request).stream().map(Answered::result).distinct().toList();
    }

    /** One answer, which says yes; the password was set once and is in force. */
    void assertSet(Message<WritebackRequest> request, String user, String password) throws Exception {
        assertThat(distinctAnswers(request))
                .extracting(WritebackResult::outcome)
                .containsExactly(Outcome.SUCCESS);
        assertThat(directory.passwordsSet(user)).containsExactly(password);
        assertThat(directory.signsIn(user, password)).isTrue();
        assertThat(directory.signsIn(user, TestDirectory.OLD_PASSWORD)).isFalse();
        assertLines(request, START, SUCCESS);
    }

    /** One answer, which says that it is too late; the old password is in force. */
    void assertExpired(Message<WritebackRequest> request, String user, String password) throws Exception {
        assertThat(distinctAnswers(request))
                .extracting(WritebackResult::reason)
                .containsExactly(WritebackVerdict.EXPIRED);
        assertThat(directory.passwordsSet(user)).isEmpty();
        assertThat(directory.signsIn(user, password)).isFalse();
        assertThat(directory.signsIn(user, TestDirectory.OLD_PASSWORD)).isTrue();
        assertLines(request, START, FAIL);
    }

    private void assertLines(Message<WritebackRequest> request, Integer... numbers) throws Exception {
        assertThat(database.eventNumbers(request.event().requestId())).containsExactly(numbers);
        assertThat(cloud.eventNumbers(request)).containsExactly(numbers);
    }
}
