package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sspr.contract.Message;
import io.sspr.contract.reset.ResetAbandoned;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import io.vertx.core.json.Json;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The service on a real broker and database, with a clock that can be moved; the test plays agent and notification-service. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ResetIT extends ResetWalk {
    @Inject
    DataSource dataSource;

    @Test
    void aSessionEndsAfterFifteenMinutes_R_FLW_03() {
        Response begun = begin("cloud");
        clock.moveOn(Duration.ofMinutes(15));

        sendCode(begun).then().statusCode(410);

        await().atMost(SOON).until(() -> state(begun).equals("ABANDONED"));
        broker.await(
                ResetAbandoned.class, fact -> fact.event().resetId().toString().equals(id(begun)));
    }

    @Test
    void aCodeEndsAfterFiveMinutes_R_PHN_10() {
        Response begun = begin("cloud");
        String challenge = sendCode(begun).path("id");
        String code = code(challenge);
        clock.moveOn(Duration.ofMinutes(5));

        assertThat(typeCode(begun, challenge, code).<String>path("code")).isEqualTo("CodeExpired");
        assertThat(state(begun)).isEqualTo("GATES_OPEN");
    }

    @Test
    void ofFiftyTriesWithOneCodeExactlyOnePasses() {
        Response begun = begin("cloud");
        String challenge = sendCode(begun).path("id");
        String code = code(challenge);

        long passed = IntStream.range(0, 50)
                .parallel()
                .filter(i -> typeCode(begun, challenge, code).statusCode() == 200)
                .count();

        assertThat(passed).isEqualTo(1);
    }

    @Test
    void anUnansweredWritebackEndsWith30AndALateSuccessReplacesIt_R_WB_31f() {
        Response begun = atPasswordPage("federated");
        submit(begun).then().statusCode(202);
        Message<WritebackRequest> request = request(begun);
        clock.moveOn(Duration.ofSeconds(34));

        await().atMost(SOON).until(() -> state(begun).equals("REFUSED"));
        Message<ResetRefused> refused = broker.await(ResetRefused.class, fact -> isOf(fact, begun));
        assertThat(refused.event().code().number()).isEqualTo(30);
        assertThat(refused.event().reason()).isEqualTo("EXPIRED");

        answer(
                request,
                WritebackResult.success(request.event().requestId(), "agent-1", Map.of()),
                Surroundings.AGENT_SIGNING);

        await().atMost(SOON).until(() -> state(begun).equals("SUCCEEDED"));
        broker.await(ResetSucceeded.class, fact -> isOf(fact, begun));
    }

    @Test
    void thePasswordTravelsSealedForThisRequestOnly_R_WB_31a() throws BrokenSealException {
        Response begun = atPasswordPage("federated");
        submit(begun);

        WritebackRequest request = request(begun).event();

        assertThat(Seal.open(request.sealedPassword(), request.sealContext(), Surroundings.AGENT, clock.instant())
                        .reveal())
                .isEqualTo(PASSWORD);
    }

    @Test
    void aForgedResultChangesNothing() {
        Response begun = atPasswordPage("federated");
        submit(begun);
        Message<WritebackRequest> request = request(begun);
        WritebackResult success = WritebackResult.success(request.event().requestId(), "agent-1", Map.of());

        answer(request, success, Surroundings.STRANGER);
        answer(
                request,
                WritebackResult.refused(success.requestId(), "agent-1", WritebackVerdict.NO_RIGHTS, Map.of()),
                Surroundings.AGENT_SIGNING);

        await().atMost(SOON).until(() -> !state(begun).equals("WRITEBACK_PENDING"));
        assertThat(state(begun)).isEqualTo("REFUSED");
    }

    @Test
    void anOnPremisesPolicyLeavesTheUserOnThePasswordPage_R_ERR_97() {
        Response begun = atPasswordPage("federated");
        submit(begun);
        Message<WritebackRequest> first = request(begun);
        answer(
                first,
                WritebackResult.refused(
                        first.event().requestId(), "agent-1", WritebackVerdict.PASSWORD_POLICY, Map.of()),
                Surroundings.AGENT_SIGNING);
        await().atMost(SOON).until(() -> state(begun).equals("PASSWORD_OPEN"));

        assertThat(look(begun).<String>path("problem.code")).isEqualTo("OnPremisesPolicyViolation");

        submit(begun).then().statusCode(202);
        assertThat(look(begun).<String>path("problem")).isNull();
    }

    @Test
    void settingsAreAskedAgainAtSubmit_R_CHK_20() throws SQLException {
        Response begun = atPasswordPage("cloud");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement switchOff = connection.prepareStatement(
                        "update tenant set policy = policy || '{\"ssprEnabled\": \"NONE\"}' where id = ?")) {
            switchOff.setString(1, tenant);
            switchOff.executeUpdate();
        }

        Response answer = submit(begun);

        assertThat(answer.<String>path("code")).isEqualTo("SSPR_0009");
        assertThat(state(begun)).isEqualTo("REFUSED");
    }

    @Test
    void theRelaySweepsWhatACrashLeftBehindInOrder() throws SQLException {
        Response begun = begin("cloud");
        List<Message<ResetAbandoned>> left = IntStream.range(0, 3)
                .mapToObj(i -> message(new ResetAbandoned(UUID.fromString(id(begun)), null, i == 1), "left-behind"))
                .toList();
        for (Message<ResetAbandoned> message : left) {
            insertAsACrashedProcessWould(message);
        }

        await().atMost(SOON).until(() -> leftBehind(begun).size() == 3);

        assertThat(leftBehind(begun))
                .extracting(Message::id)
                .containsExactlyElementsOf(left.stream().map(Message::id).toList());
    }

    private List<Message<ResetAbandoned>> leftBehind(Response begun) {
        return broker.all(
                ResetAbandoned.class,
                fact -> fact.subject().equals("left-behind")
                        && fact.event().resetId().toString().equals(id(begun)));
    }

    private void insertAsACrashedProcessWould(Message<ResetAbandoned> message) throws SQLException {
        String headers = Json.encode(message.headers());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into outbox (topic, key, headers, body) values (?, ?, ?, ?)")) {
            insert.setString(1, message.topic());
            insert.setString(2, message.subject());
            insert.setString(3, headers);
            insert.setBytes(4, message.body());
            insert.executeUpdate();
        }
    }
}
