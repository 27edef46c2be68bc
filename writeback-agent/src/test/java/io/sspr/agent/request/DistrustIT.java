package io.sspr.agent.request;

import static io.sspr.contract.writeback.WritebackVerdict.NOT_AUTHENTIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.agent.Broker;
import io.sspr.agent.SandboxInfrastructure;
import io.sspr.agent.TestConfig;
import io.sspr.agent.TestKeys;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.seal.Signature;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackResult.Outcome;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are forged, meant for somebody else, repeated or late: refused, logged by number and answered. */
@QuarkusTest
@QuarkusTestResource(SandboxInfrastructure.class)
class DistrustIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String RESULTS = Topics.WRITEBACK_RESULTS.of(TestConfig.TENANT);
    private static final String AGENT_EVENTS = Topics.AGENT_EVENTS.of(TestConfig.TENANT);
    private static final Secret NEW = Secret.of("Tr0ub4dor-canary");
    private static final Secret OTHER = Secret.of("C0rrect-horse-canary");

    private static TestKeys keys;
    private static TestDirectory directory;
    private static Broker broker;

    private final Clock clock = Clock.systemUTC();
    private final String user =
            "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    private final byte[] anchor = user.getBytes(StandardCharsets.US_ASCII);
    private final UUID account = UUID.randomUUID();

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

    @BeforeEach
    void addUser() throws LDAPException {
        directory.addUser(user, anchor);
    }

    @Test
    void signedWithAnotherKey_R_EVT_32008(@TempDir Path elsewhere) throws Exception {
        // Given
        PublicJsonWebKey forger = TestKeys.in(elsewhere).reset();

        // Then
        assertRefused(request(TestConfig.TENANT).withPassword(NEW, keys.agent()), forger, NOT_AUTHENTIC);
    }

    @Test
    void meantForAnotherTenant_R_WB_21() throws Exception {
        assertRefused(request("fabrikam").withPassword(NEW, keys.agent()), keys.reset(), NOT_AUTHENTIC);
    }

    @Test
    void passwordSealedForAnotherTenant_R_WB_31a() throws Exception {
        // Given
        WritebackRequest foreign = request("fabrikam").withPassword(NEW, keys.agent());

        // Then
        assertRefused(withPasswordOf(foreign, foreign.requestId()), keys.reset(), NOT_AUTHENTIC);
    }

    @Test
    void passwordSealedForAnotherRequest_R_WB_31a() throws Exception {
        // Given
        WritebackRequest former = request(TestConfig.TENANT).withPassword(NEW, keys.agent());

        // Then
        assertRefused(withPasswordOf(former, UUID.randomUUID()), keys.reset(), NOT_AUTHENTIC);
    }

    @Test
    void answeredRequestWithAnotherBodyIsAnsweredAsBefore_R_WB_31g() throws Exception {
        // Given
        Message<WritebackRequest> request = message(request(TestConfig.TENANT).withPassword(NEW, keys.agent()));
        broker.send(request, keys.reset());
        awaitResults(request, 1);

        // When
        broker.send(message(request.event().withPassword(OTHER, keys.agent())), keys.reset());

        // Then
        assertThat(awaitResults(request, 2))
                .extracting(DistrustIT::result)
                .containsOnly(WritebackResult.success(request.event(), "agent-1", Map.of()));
        assertThat(directory.signsIn(user, NEW.reveal())).isTrue();
        assertThat(writes()).isOne();
        awaitEvents(31001, 31002);
    }

    @Test
    void answeredRequestThatNobodyRemembersIsRefusedOnceExpired_R_WB_31f() throws Exception {
        // Given
        Message<WritebackRequest> request =
                message(request(TestConfig.TENANT, Duration.ofSeconds(4)).withPassword(NEW, keys.agent()));
        broker.send(request, keys.reset());
        awaitResults(request, 1);
        directory.set(TestDirectory.dn(user), "userPassword", OTHER.reveal());
        forgetEverything();
        await().atMost(SOON).until(() -> request.event().isExpiredAt(clock.instant()));

        // When
        broker.send(request, keys.reset());

        // Then
        assertThat(result(awaitResults(request, 2).get(1)).reason()).isEqualTo(WritebackVerdict.EXPIRED);
        assertThat(directory.signsIn(user, OTHER.reveal())).isTrue();
        assertThat(writes()).isOne();
        awaitEvents(31001, 31002, 31001, 31003);
    }

    private void assertRefused(WritebackRequest asked, PublicJsonWebKey signer, WritebackVerdict why) throws Exception {
        Message<WritebackRequest> request = message(asked);
        broker.send(request, signer);
        ConsumerRecord<String, byte[]> record = awaitResults(request, 1).get(0);
        Signature.verify(Inbox.header(record, Signature.HEADER), record.value(), keys.agentSigning());
        WritebackResult result = result(record);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.reason()).isEqualTo(why);
        assertThat(result.code()).isEqualTo(why.code());
        assertThat(directory.signsIn(user, TestDirectory.OLD_PASSWORD)).isTrue();
        assertThat(writes()).isZero();
        awaitEvents(31001, 31003, why.eventId());
    }

    private WritebackRequest request(String tenant) {
        return request(tenant, Duration.ofSeconds(30));
    }

    private WritebackRequest request(String tenant, Duration validity) {
        String cloudAnchor = Base64.getEncoder().encodeToString(anchor);
        Instant expiresAt = clock.instant().plus(validity);
        return WritebackRequest.of(Operation.RESET, UUID.randomUUID(), tenant, cloudAnchor, expiresAt);
    }

    private static WritebackRequest withPasswordOf(WritebackRequest other, UUID requestId) {
        return new WritebackRequest(
                requestId,
                TestConfig.TENANT,
                other.operation(),
                other.cloudAnchor(),
                other.sealedPassword(),
                other.expiresAt());
    }

    private Message<WritebackRequest> message(WritebackRequest request) {
        return new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/reset-service",
                TestConfig.TENANT,
                account.toString(),
                UUID.randomUUID(),
                request);
    }

    private static List<ConsumerRecord<String, byte[]>> awaitResults(Message<WritebackRequest> request, int count) {
        UUID requestId = request.event().requestId();
        return await().atMost(SOON)
                .until(
                        () -> broker.read(RESULTS).stream()
                                .filter(record -> result(record).requestId().equals(requestId))
                                .toList(),
                        found -> found.size() >= count);
    }

    private static WritebackResult result(ConsumerRecord<String, byte[]> record) {
        return (WritebackResult) Inbox.read(record).event();
    }

    private void awaitEvents(Integer... numbers) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(broker.read(AGENT_EVENTS, AgentEventRecorded.class).stream()
                                .filter(message -> account.toString().equals(message.subject()))
                                .map(message -> message.event().eventId()))
                        .containsExactly(numbers));
    }

    private long writes() {
        return directory.behaviour().writes().stream()
                .filter(write -> write.getDN().equals(TestDirectory.dn(user)))
                .count();
    }

    private static void forgetEverything() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SandboxInfrastructure.DATABASE, SandboxInfrastructure.USER, SandboxInfrastructure.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from writeback_ledger; delete from inbox");
        }
    }
}
