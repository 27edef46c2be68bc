package io.sspr.agent.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.unboundid.ldap.sdk.Attribute;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.agent.Broker;
import io.sspr.agent.SandboxInfrastructure;
import io.sspr.agent.TestConfig;
import io.sspr.agent.TestKeys;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.Message;
import io.sspr.contract.SsprCode;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.seal.Signature;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackResult.Outcome;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.Inbox;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(SandboxInfrastructure.class)
class WritebackIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String RESULTS = Topics.WRITEBACK_RESULTS.of(TestConfig.TENANT);
    private static final String AGENT_EVENTS = Topics.AGENT_EVENTS.of(TestConfig.TENANT);
    private static final Secret NEW = Secret.of("Tr0ub4dor-canary");
    private static final Secret OLD = Secret.of(TestDirectory.OLD_PASSWORD);
    private static final long SET_30_DAYS_AGO = 132223104000000000L;

    private static TestKeys keys;
    private static TestDirectory directory;
    private static Broker broker;

    @Inject
    AnswerRequest answerRequest;

    private final UUID account = UUID.randomUUID();
    private final String user = "u" + account;
    private final UUID supportCode = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        keys = TestKeys.keptIn(SandboxInfrastructure.FOLDER);
        broker = new Broker();
        directory = TestDirectory.startAt(SandboxInfrastructure.DIRECTORY_PORT, SandboxInfrastructure.FOLDER);
    }

    @AfterAll
    static void stop() {
        broker.close();
        directory.close();
    }

    @Test
    void setsThePasswordAndSaysSoSigned_R_EVT_31002_R_WB_31e() throws Exception {
        // Given
        directory.addUser(user, anchor(), new Attribute("lockoutTime", "132223104000000000"));
        Message<WritebackRequest> request = request(NEW);

        // When
        broker.send(request, keys.reset());

        // Then
        ConsumerRecord<String, byte[]> record = awaitResults(request, 1).get(0);
        Signature.verify(Inbox.header(record, Signature.HEADER), record.value(), keys.agentSigning());
        Message<?> message = Inbox.read(record);
        assertThat(message.event()).isEqualTo(WritebackResult.success(request.event(), "agent-1", Map.of()));
        assertThat(record.key()).isEqualTo(account.toString());
        assertThat(message.supportCode()).isEqualTo(supportCode);
        assertThat(directory.signsIn(user, NEW.reveal())).isTrue();
        assertThat(directory.signsIn(user, TestDirectory.OLD_PASSWORD)).isFalse();
        assertThat(directory.attribute(user, "lockoutTime")).isEqualTo("0");
        awaitEvents(31001, 31002);
        assertThat(rowsHolding("canary")).isZero();
    }

    @Test
    void refusesWithCodeReasonAndEvidence_R_EVT_31003_R_EVT_33004_R_WB_52() throws Exception {
        // Given
        directory.addUser(user, anchor(), new Attribute("adminCount", "1"));
        Message<WritebackRequest> request = request(NEW);

        // When
        broker.send(request, keys.reset());

        // Then
        WritebackResult result = awaitResult(request);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.code()).isEqualTo(SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED);
        assertThat(result.reason()).isEqualTo(WritebackVerdict.PROTECTED_ACCOUNT);
        assertThat(result.eventId()).isEqualTo(33004);
        assertThat(result.evidence()).containsEntry("adminCount", 1);
        assertThat(directory.signsIn(user, TestDirectory.OLD_PASSWORD)).isTrue();
        awaitEvents(31001, 31003, 33004);
    }

    @Test
    void unlocksAndKeepsThePassword_R_WB_34() throws Exception {
        // Given
        directory.addUser(user, anchor(), new Attribute("lockoutTime", "132223104000000000"));
        Message<WritebackRequest> request = message(request(Operation.UNLOCK));

        // When
        broker.send(request, keys.reset());

        // Then
        assertThat(awaitResult(request)).isEqualTo(WritebackResult.success(request.event(), "agent-1", Map.of()));
        assertThat(directory.attribute(user, "lockoutTime")).isEqualTo("0");
        assertThat(directory.signsIn(user, TestDirectory.OLD_PASSWORD)).isTrue();
        awaitEvents(0, 0);
    }

    @Test
    void changesThePassword_R_EVT_31007_R_EVT_31006() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> request =
                message(change(OLD, NEW, Instant.now().plusSeconds(30)));

        // When
        broker.send(request, keys.reset());

        // Then
        WritebackResult result = awaitResult(request);
        assertThat(result).isEqualTo(WritebackResult.success(request.event(), "agent-1", Map.of()));
        assertThat(result.eventId()).isEqualTo(31007);
        assertThat(directory.signsIn(user, NEW.reveal())).isTrue();
        awaitEvents(31006, 31007);
        assertThat(rowsHolding("canary")).isZero();
        assertThat(rowsHolding(OLD.reveal())).isZero();
    }

    @Test
    void tellsThatTheCurrentPasswordIsWrong_R_EVT_33007() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Secret wrong = Secret.of("Wr0ng-passw0rd");
        Message<WritebackRequest> request =
                message(change(wrong, NEW, Instant.now().plusSeconds(30)));

        // When
        broker.send(request, keys.reset());

        // Then
        WritebackResult result = awaitResult(request);
        assertThat(result.reason()).isEqualTo(WritebackVerdict.INCORRECT_PASSWORD);
        assertThat(result.eventId()).isEqualTo(33007);
        assertThat(directory.signsIn(user, OLD.reveal())).isTrue();
        awaitEvents(31006, 31008, 33007);
    }

    @Test
    void settlesAChangeThatAKilledAgentHadWritten_R_WB_31g() throws Exception {
        // Given
        directory.addUser(user, anchor(), new Attribute("userPassword", NEW.reveal()));
        Message<WritebackRequest> request =
                message(change(OLD, NEW, Instant.now().minusSeconds(1)));
        startInLedger(request, SET_30_DAYS_AGO - 1);

        // When
        broker.send(request, keys.reset());

        // Then
        assertThat(awaitResult(request).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(writes()).isZero();
    }

    @Test
    void verifiesAPasswordAndWritesNoLineAboutIt_R_WB_03() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> right = message(request(Operation.VERIFY).withPassword(OLD, keys.agent()));
        Message<WritebackRequest> wrong = message(request(Operation.VERIFY).withPassword(NEW, keys.agent()));
        Message<WritebackRequest> unlock = message(request(Operation.UNLOCK));

        // When: the lines of the last one show that those before it were passed
        broker.send(right, keys.reset());
        broker.send(wrong, keys.reset());
        broker.send(unlock, keys.reset());

        // Then
        assertThat(awaitResult(right)).isEqualTo(WritebackResult.success(right.event(), "agent-1", Map.of()));
        assertThat(awaitResult(wrong).reason()).isEqualTo(WritebackVerdict.INCORRECT_PASSWORD);
        awaitEvents(0, 0);
        assertThat(rowsHolding(OLD.reveal())).isZero();
        assertThat(rowsHolding("canary")).isZero();
    }

    @Test
    void repeatsTheAnswerToARepeatedVerification_R_WB_31g() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> request = message(request(Operation.VERIFY).withPassword(OLD, keys.agent()));
        broker.send(request, keys.reset());
        awaitResults(request, 1);

        // When
        directory.set(TestDirectory.dn(user), "userPassword", "An0ther-password");
        broker.send(request, keys.reset());

        // Then
        assertThat(awaitResults(request, 2).stream().map(Inbox::read).map(Message::event))
                .allSatisfy(result ->
                        assertThat(((WritebackResult) result).outcome()).isEqualTo(Outcome.SUCCESS));
    }

    @Test
    void repeatsTheAnswerToARepeatedRequestAndWritesOnce_R_WB_31g() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> request = request(NEW);
        broker.send(request, keys.reset());
        awaitResults(request, 1);

        // When: the same message again, and the same request in another message
        broker.send(request, keys.reset());
        broker.send(message(request.event()), keys.reset());

        // Then
        List<ConsumerRecord<String, byte[]>> records = awaitResults(request, 3);
        assertThat(records.stream().map(Inbox::read).map(Message::id)).doesNotHaveDuplicates();
        assertThat(records.stream().map(Inbox::read).map(Message::event).distinct())
                .hasSize(1);
        assertThat(writes()).isOne();
        awaitEvents(31001, 31002);
    }

    @Test
    void writesOnceWhenTwoDeliveriesMeet_R_WB_31g() throws Exception {
        // Given: as when a second agent takes over while the first still works
        directory.addUser(user, anchor());
        WritebackRequest request = request(NEW, Instant.now().plusSeconds(30), keys.agent());
        List<Message<WritebackRequest>> deliveries = List.of(message(request), message(request));

        // When
        deliveries.parallelStream().forEach(this::answerDirectly);

        // Then
        assertThat(awaitResults(deliveries.get(0), 2))
                .allSatisfy(record -> assertThat(
                                ((WritebackResult) Inbox.read(record).event()).outcome())
                        .isEqualTo(Outcome.SUCCESS));
        assertThat(writes()).isOne();
    }

    @Test
    void neverAppliesAnExpiredRequest_R_WB_31f() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> request = message(request(NEW, Instant.now().minusSeconds(1), keys.agent()));

        // When
        broker.send(request, keys.reset());

        // Then
        WritebackResult result = awaitResult(request);
        assertThat(result.reason()).isEqualTo(WritebackVerdict.EXPIRED);
        assertThat(result.code()).isEqualTo(SsprCode.ON_PREMISES_CONNECTIVITY_ERROR);
        assertThat(writes()).isZero();
        awaitEvents(31001, 31003);
    }

    @Test
    void refusesForgedRequests_R_EVT_32008(@TempDir Path elsewhere) throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> unsigned = request(NEW);
        Message<WritebackRequest> forged = request(NEW);

        // When
        broker.send(unsigned, (String) null);
        broker.send(forged, TestKeys.in(elsewhere).reset());

        // Then
        assertThat(awaitResult(unsigned).reason()).isEqualTo(WritebackVerdict.NOT_AUTHENTIC);
        assertThat(awaitResult(forged).reason()).isEqualTo(WritebackVerdict.NOT_AUTHENTIC);
        assertThat(writes()).isZero();
    }

    @Test
    void forgeryUnderAKnownMessageIdIsNoRepetition_A2() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> genuine = request(Secret.of("Genu1ne-password"));
        broker.send(genuine, keys.reset());
        awaitResults(genuine, 1);
        WritebackRequest other = request(NEW, Instant.now().plusSeconds(30), keys.agent());
        Message<WritebackRequest> forged = new Message<>(
                genuine.id(),
                Instant.now(),
                "/reset-service",
                TestConfig.TENANT,
                genuine.subject(),
                supportCode,
                other);

        // When: followed by a request whose answer shows that the forgery was passed
        broker.send(forged, (String) null);
        broker.send(genuine, keys.reset());

        // Then
        awaitResults(genuine, 2);
        assertThat(results(other.requestId())).isEmpty();
        assertThat(directory.signsIn(user, "Genu1ne-password")).isTrue();
        assertThat(writes()).isOne();
    }

    @Test
    void forgeryOfAGenuineRequestChangesNothing_A2() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> genuine = request(NEW);
        broker.send(genuine, keys.reset());
        awaitResults(genuine, 1);

        // When
        broker.send(message(genuine.event()), (String) null);
        broker.send(genuine, keys.reset());

        // Then
        assertThat(awaitResults(genuine, 2)).hasSize(2);
        assertThat(results(genuine.event().requestId()))
                .allSatisfy(record -> assertThat(
                                ((WritebackResult) Inbox.read(record).event()).outcome())
                        .isEqualTo(Outcome.SUCCESS));
        awaitEvents(31001, 31002, 32008);
    }

    @Test
    void tellsThatThePasswordIsSealedToAnotherKey_R_EVT_32004(@TempDir Path elsewhere) throws Exception {
        // Given
        directory.addUser(user, anchor());
        PublicJsonWebKey formerKey = TestKeys.in(elsewhere).agent();
        formerKey.setKeyId("agent-0");
        Message<WritebackRequest> request = message(request(NEW, Instant.now().plusSeconds(30), formerKey));

        // When
        broker.send(request, keys.reset());

        // Then
        assertThat(awaitResult(request).reason()).isEqualTo(WritebackVerdict.KEY_MISMATCH);
        awaitEvents(31001, 31003, 32004);
        awaitHeartbeat(Health.CONFIGURATION_FAULT);

        // When
        Message<WritebackRequest> next = request(NEW);
        broker.send(next, keys.reset());

        // Then
        assertThat(awaitResult(next).outcome()).isEqualTo(Outcome.SUCCESS);
        awaitHeartbeat(Health.HEALTHY);
    }

    @Test
    void settlesWhatAKilledAgentHadWrittenWithoutWritingAgain_R_WB_31g() throws Exception {
        // Given
        directory.addUser(user, anchor(), new Attribute("userPassword", NEW.reveal()));
        Message<WritebackRequest> request = message(request(NEW, Instant.now().minusSeconds(1), keys.agent()));
        startInLedger(request, SET_30_DAYS_AGO - 1);

        // When
        broker.send(request, keys.reset());

        // Then
        assertThat(awaitResult(request).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(writes()).isZero();
    }

    @Test
    void writesWhatAKilledAgentHadNotWritten_R_WB_31g() throws Exception {
        // Given
        directory.addUser(user, anchor());
        Message<WritebackRequest> request = request(NEW);
        startInLedger(request, SET_30_DAYS_AGO);

        // When
        broker.send(request, keys.reset());

        // Then
        assertThat(awaitResult(request).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(directory.signsIn(user, NEW.reveal())).isTrue();
        assertThat(writes()).isOne();
    }

    @Test
    void putsPoisonAsideWithoutItsBodyAndGoesOn_R_WB_31d() throws Exception {
        // Given
        directory.addUser(user, anchor());
        String topic = Topics.WRITEBACK_REQUESTS.of(TestConfig.TENANT);
        Message<WritebackRequest> next = request(NEW);

        // When
        broker.send(new ProducerRecord<>(topic, account.toString(), "poison".getBytes(StandardCharsets.UTF_8)));
        broker.send(next, keys.reset());

        // Then
        assertThat(awaitResult(next).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(broker.read(Topics.deadLetter(topic, "writeback-agent")))
                .filteredOn(record -> account.toString().equals(record.key()))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isNull());
    }

    @Test
    void livesAndTellsWhatIsWrongWithItsConfiguration_R_WB_22() throws Exception {
        // Given
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        awaitHeartbeat(Health.HEALTHY);
        ConsumerRecord<String, byte[]> heartbeat = broker.read(AGENT_EVENTS).stream()
                .filter(record -> Inbox.read(record).event() instanceof AgentHeartbeat)
                .findFirst()
                .orElseThrow();
        assertThat(heartbeat.key()).isEqualTo("agent-1");
        Signature.verify(Inbox.header(heartbeat, Signature.HEADER), heartbeat.value(), keys.agentSigning());

        // When
        directory.behaviour().refuseServiceAccount(true);

        // Then
        awaitHeartbeat(Health.CONFIGURATION_FAULT);
        given().get("/q/health/ready").then().statusCode(200);
        directory.behaviour().refuseServiceAccount(false);
        awaitHeartbeat(Health.HEALTHY);
    }

    private void answerDirectly(Message<WritebackRequest> delivery) {
        byte[] body = delivery.body();
        answerRequest.answer(delivery, Signature.sign(body, keys.reset()).getBytes(StandardCharsets.US_ASCII), body);
    }

    private byte[] anchor() {
        return ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }

    private Message<WritebackRequest> request(Secret password) {
        return message(request(password, Instant.now().plusSeconds(30), keys.agent()));
    }

    private WritebackRequest request(Secret password, Instant expiresAt, PublicJsonWebKey agentKey) {
        return request(Operation.RESET, expiresAt).withPassword(password, agentKey);
    }

    private WritebackRequest change(Secret current, Secret password, Instant expiresAt) {
        return request(Operation.CHANGE, expiresAt)
                .withPassword(password, keys.agent())
                .withCurrentPassword(current, keys.agent());
    }

    private WritebackRequest request(Operation operation) {
        return request(operation, Instant.now().plusSeconds(30));
    }

    private WritebackRequest request(Operation operation, Instant expiresAt) {
        String anchor = Base64.getEncoder().encodeToString(anchor());
        return WritebackRequest.of(operation, UUID.randomUUID(), TestConfig.TENANT, anchor, expiresAt);
    }

    private Message<WritebackRequest> message(WritebackRequest request) {
        return new Message<>(
                UUID.randomUUID(),
                Instant.now(),
                "/reset-service",
                TestConfig.TENANT,
                account.toString(),
                supportCode,
                request);
    }

    private static WritebackResult awaitResult(Message<WritebackRequest> request) {
        return (WritebackResult) Inbox.read(awaitResults(request, 1).get(0)).event();
    }

    private static List<ConsumerRecord<String, byte[]>> awaitResults(Message<WritebackRequest> request, int count) {
        return await().atMost(SOON).until(() -> results(request.event().requestId()), found -> found.size() >= count);
    }

    private static List<ConsumerRecord<String, byte[]>> results(UUID requestId) {
        return broker.read(RESULTS).stream()
                .filter(record -> ((WritebackResult) Inbox.read(record).event())
                        .requestId()
                        .equals(requestId))
                .toList();
    }

    private void awaitEvents(Integer... numbers) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(broker.read(AGENT_EVENTS, AgentEventRecorded.class).stream()
                                .filter(message -> account.toString().equals(message.subject()))
                                .map(message -> message.event().eventId()))
                        .containsExactly(numbers));
    }

    private static void awaitHeartbeat(Health health) {
        Instant since = Instant.now();
        await().atMost(SOON)
                .until(() -> broker.read(AGENT_EVENTS, AgentHeartbeat.class).stream()
                        .map(Message::event)
                        .anyMatch(beat -> beat.sentAt().isAfter(since) && beat.health() == health));
    }

    private long writes() {
        return directory.behaviour().writes().stream()
                .filter(write -> write.getDN().equals(TestDirectory.dn(user)))
                .count();
    }

    private void startInLedger(Message<WritebackRequest> request, long passwordLastSet) throws SQLException {
        String sql = "insert into writeback_ledger (request_id, account, received_at, password_last_set)"
                + " values (?, ?, ?, ?)";
        try (Connection connection = database();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, request.event().requestId());
            insert.setString(2, request.subject());
            insert.setTimestamp(3, Timestamp.from(Instant.now()));
            insert.setLong(4, passwordLastSet);
            insert.executeUpdate();
        }
    }

    private static int rowsHolding(String text) throws SQLException {
        String sql = "select (select count(*) from writeback_ledger row where row::text like ?)"
                + " + (select count(*) from event_log row where row::text like ?)"
                + " + (select count(*) from outbox row where convert_from(body, 'UTF8') like ?)";
        try (Connection connection = database();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                select.setString(parameter, "%" + text + "%");
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                SandboxInfrastructure.DATABASE, SandboxInfrastructure.USER, SandboxInfrastructure.PASSWORD);
    }
}
