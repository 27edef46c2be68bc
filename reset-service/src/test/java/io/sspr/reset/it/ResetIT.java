package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.contract.delivery.DeliverCode;
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
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker and database, with a clock that can be moved; the test plays agent and notification-service. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ResetIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "Fresh-Copper-2026";

    private static Broker broker;

    @Inject
    MovedClock clock;

    @Inject
    DataSource dataSource;

    private String tenant;

    @BeforeAll
    static void connect() {
        broker = new Broker();
    }

    @AfterAll
    static void disconnect() throws InterruptedException {
        broker.close();
    }

    /** A tenant of its own for every test, with one cloud-only and one federated user. */
    @BeforeEach
    void importTenant() {
        tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Surroundings.SETUP_TOKEN)
                .body(document())
                .post("/api/v1/admin/import")
                .then()
                .statusCode(200);
    }

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
    void aCodeIsVoidAfterFiveWrongEntries() {
        Response begun = begin("cloud");
        String challenge = sendCode(begun).path("id");
        String code = code(challenge);
        String wrong = code.equals("000000") ? "111111" : "000000";

        IntStream.range(0, 5).forEach(i -> typeCode(begun, challenge, wrong));

        assertThat(typeCode(begun, challenge, code).<String>path("code")).isEqualTo("CodeVoid");
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
                PreparedStatement switchOff =
                        connection.prepareStatement("update tenant set sspr_enabled = 'NONE' where id = ?")) {
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

    private Response begin(String name) {
        if (name.equals("federated")) {
            beat();
        }
        Response begun = given().contentType(ContentType.JSON)
                .body(Map.of("userId", name + "@" + domain()))
                .post("/api/v1/resets");
        begun.then().statusCode(201);
        return begun;
    }

    /** The agent's topics exist a moment after the import, and its heartbeat is known a moment after it was sent. */
    private void beat() {
        await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(() -> {
            broker.send(
                    message(new AgentHeartbeat("agent-1", "1", clock.instant(), Health.HEALTHY, null), "agent-1"),
                    Surroundings.AGENT_SIGNING);
            return given().contentType(ContentType.JSON)
                            .body(Map.of("userId", "federated@" + domain()))
                            .post("/api/v1/resets")
                            .statusCode()
                    == 201;
        });
    }

    private Response atPasswordPage(String name) {
        Response begun = begin(name);
        String challenge = sendCode(begun).path("id");
        assertThat(typeCode(begun, challenge, code(challenge)).<String>path("state"))
                .isEqualTo("PASSWORD_OPEN");
        return begun;
    }

    private Response sendCode(Response begun) {
        return as(begun).body(Map.of("method", "EMAIL")).post("/api/v1/resets/" + id(begun) + "/challenges");
    }

    private Response typeCode(Response begun, String challenge, String code) {
        return as(begun).body(Map.of("code", code)).post("/api/v1/resets/" + id(begun) + "/challenges/" + challenge);
    }

    private Response submit(Response begun) {
        return as(begun).body(Map.of("newPassword", PASSWORD)).post("/api/v1/resets/" + id(begun) + "/password");
    }

    private Response look(Response begun) {
        return as(begun).get("/api/v1/resets/" + id(begun));
    }

    private String state(Response begun) {
        return look(begun).path("state");
    }

    private static RequestSpecification as(Response begun) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + begun.path("sessionToken"));
    }

    private static String id(Response begun) {
        return begun.path("id");
    }

    private String code(String challenge) {
        DeliverCode request = broker.await(
                        DeliverCode.class,
                        sent -> sent.event().deliveryId().toString().equals(challenge))
                .event();
        try {
            return Seal.open(request.sealedCode(), request.sealContext(), Surroundings.NOTIFICATION, clock.instant())
                    .reveal();
        } catch (BrokenSealException e) {
            throw new AssertionError(e);
        }
    }

    private static Message<WritebackRequest> request(Response begun) {
        return broker.await(
                WritebackRequest.class, sent -> sent.supportCode().toString().equals(begun.path("supportCode")));
    }

    private void answer(Message<WritebackRequest> request, WritebackResult result, PublicJsonWebKey signer) {
        broker.send(
                new Message<>(
                        UUID.randomUUID(),
                        clock.instant(),
                        "/writeback-agent",
                        tenant,
                        request.subject(),
                        request.supportCode(),
                        result),
                signer);
    }

    private <T extends Event> Message<T> message(T event, String subject) {
        return new Message<>(UUID.randomUUID(), clock.instant(), "/test", tenant, subject, UUID.randomUUID(), event);
    }

    private static boolean isOf(Message<?> fact, Response begun) {
        return fact.supportCode().toString().equals(begun.path("supportCode"));
    }

    private String domain() {
        return tenant + ".example";
    }

    private String document() {
        return """
                {"tenant": {"id": "%1$s", "displayName": "Test", "domains": ["%2$s"],
                   "policy": {"ssprEnabled": "ALL", "writebackEnabled": true},
                   "agent": {"encryptionKey": %3$s, "signingKey": %4$s}},
                 "accounts": [
                   {"userPrincipalName": "cloud@%2$s", "kind": "CLOUD_ONLY", "alternateEmail": "c@home.example",
                    "licences": ["ENTRA_P1"]},
                   {"userPrincipalName": "federated@%2$s", "kind": "FEDERATED", "alternateEmail": "f@home.example",
                    "licences": ["ENTRA_P1"], "cloudAnchor": "AAECAwQFBgcICQoLDA0ODw=="}]}
                """.formatted(tenant, domain(), Surroundings.AGENT.toJson(), Surroundings.AGENT_SIGNING.toJson());
    }
}
