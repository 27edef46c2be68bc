package io.sspr.notification.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.seal.Signature;
import io.sspr.notification.TestGateway;
import io.sspr.notification.TestGateway.Posted;
import io.sspr.notification.TestKeys;
import io.sspr.outbox.Inbox;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApprovalIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static TestKeys keys;
    private static TestGateway gateway;
    private static Broker broker;

    @Inject
    AgroalDataSource dataSource;

    private final UUID id = UUID.randomUUID();
    private final String account = UUID.randomUUID().toString();
    private final UUID supportCode = UUID.randomUUID();

    @BeforeAll
    static void start() {
        keys = TestKeys.keptIn(Surroundings.KEYS);
        gateway = new TestGateway(Surroundings.GATEWAY_PORT);
        broker = new Broker();
    }

    @AfterAll
    static void stop() {
        broker.close();
        gateway.close();
    }

    @Test
    void tellsSignedThatACallWasConfirmed_R_PHN_04_R_PHN_08() throws BrokenSealException, SQLException {
        // Given
        gateway.state(id, "RINGING");
        broker.send(message(call(Duration.ofMinutes(5))), keys.resetService());
        awaitFacts(1);
        assertThat(posted()).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/voice/calls");
            assertThat(call.text("to")).isEqualTo("+81312345678");
            assertThat(call.text("text")).contains("セキュリティ情報を表示");
        });

        // When
        gateway.state(id, "CONFIRMED");

        // Then
        ConsumerRecord<String, byte[]> answer = awaitFacts(2).get(1);
        Signature.verify(Inbox.header(answer, Signature.HEADER), answer.value(), keys.signing());
        assertThat(answer.key()).isEqualTo(account);
        assertThat(Inbox.read(answer).supportCode()).isEqualTo(supportCode);
        assertThat(Inbox.read(answer).tenant()).isEqualTo("contoso");
        assertThat(events())
                .containsExactly(
                        new Delivered(id, Content.APPROVAL, Channel.VOICE, 1),
                        new ApprovalAnswered(id, Channel.VOICE, true));
        assertThat(openApprovals()).isZero();
    }

    @Test
    void tellsThatAPushWasDenied_R_APP_03() {
        gateway.state(id, "DENIED");

        broker.send(message(push()), keys.resetService());

        awaitFacts(2);
        assertThat(posted())
                .singleElement()
                .satisfies(push -> assertThat(push.text("device")).isEqualTo("device-x7"));
        assertThat(events().get(1)).isEqualTo(new ApprovalAnswered(id, Channel.PUSH, false));
    }

    @Test
    void givesUpACallThatNobodyAnswers_R_ERR_95() throws SQLException {
        gateway.state(id, "RINGING");

        broker.send(message(call(Duration.ofSeconds(3))), keys.resetService());

        awaitFacts(2);
        assertThat(events().get(1))
                .isEqualTo(new DeliveryFailed(id, Content.APPROVAL, Channel.VOICE, 1, Cause.UNANSWERED));
        assertThat(openApprovals()).isZero();
    }

    @Test
    void callsOnceThoughAskedTwice_R_FLW_34() {
        gateway.state(id, "CONFIRMED");
        Message<Event> asked = message(call(Duration.ofMinutes(5)));

        broker.send(asked, keys.resetService());
        awaitFacts(2);
        broker.send(asked, keys.resetService());
        awaitALaterCall();

        assertThat(posted()).hasSize(1);
        assertThat(events()).hasSize(2);
    }

    @Test
    void nobodyIsCalledOrWrittenToUnlessResetServiceAsks() {
        broker.send(message(call(Duration.ofMinutes(5))), TestKeys.p256("reset-signing"));
        broker.send(message(push()), keys.signing());
        broker.send(message(code()), TestKeys.p256("reset-signing"));
        awaitALaterCall();

        assertThat(posted()).isEmpty();
        assertThat(events()).isEmpty();
    }

    @Test
    void codeGoesBySms_R_PHN_08() {
        broker.send(message(code()), keys.resetService());

        awaitFacts(1);
        assertThat(events()).containsExactly(new Delivered(id, Content.CODE, Channel.SMS, 1));
        assertThat(gateway.posted())
                .anySatisfy(sms -> assertThat(sms.text("text")).contains("012345", "5 min", "to register this phone"));
    }

    /** All of the account's requests are in one partition, and so read before a further one of all channels. */
    private void awaitALaterCall() {
        for (AskApproval last : List.of(later(Channel.VOICE), later(Channel.PUSH))) {
            broker.send(message(last), keys.resetService());
            await().atMost(SOON).until(() -> !posted(last.deliveryId()).isEmpty());
        }
        DeliverCode last = code(UUID.randomUUID(), "+1 4255550199");
        broker.send(message(last), keys.resetService());
        await().atMost(SOON)
                .until(() ->
                        gateway.posted().stream().anyMatch(sms -> sms.text("to").equals("+14255550199")));
    }

    private static AskApproval later(Channel channel) {
        Instant expiresAt = Instant.now().plusSeconds(300);
        String destination = channel == Channel.VOICE ? "+1 4255550198" : "device-of-later";
        return new AskApproval(
                UUID.randomUUID(), "contoso", MessagePurpose.RESET, channel, destination, "en", "Contoso", expiresAt);
    }

    private AskApproval call(Duration lifetime) {
        Instant expiresAt = Instant.now().plus(lifetime);
        return new AskApproval(
                id,
                "contoso",
                MessagePurpose.IDENTITY,
                Channel.VOICE,
                "+81 312345678x4711",
                "ja",
                "Contoso",
                expiresAt);
    }

    private AskApproval push() {
        Instant expiresAt = Instant.now().plusSeconds(60);
        return new AskApproval(
                id, "contoso", MessagePurpose.RESET, Channel.PUSH, "device-x7", "en", "Contoso", expiresAt);
    }

    private DeliverCode code() {
        return code(id, "+1 4251234567");
    }

    private static DeliverCode code(UUID deliveryId, String number) {
        Instant expiresAt = Instant.now().plusSeconds(300);
        DeliverCode open = new DeliverCode(
                deliveryId,
                "contoso",
                MessagePurpose.REGISTRATION,
                Channel.SMS,
                number,
                "en",
                "Contoso",
                null,
                null,
                expiresAt);
        return open.sealedWith(Seal.seal(Secret.of("012345"), open.sealContext(), keys.sealing()));
    }

    private Message<Event> message(Event event) {
        return new Message<>(
                UUID.randomUUID(), Instant.now(), "/reset-service", "contoso", account, supportCode, event);
    }

    private List<Posted> posted() {
        return posted(id);
    }

    private static List<Posted> posted(UUID deliveryId) {
        return gateway.posted().stream()
                .filter(posted -> posted.text("id").equals(deliveryId.toString()))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> awaitFacts(int count) {
        return await().atMost(SOON).until(this::facts, facts -> facts.size() >= count);
    }

    /** Those about this test's delivery, oldest first. */
    private List<ConsumerRecord<String, byte[]>> facts() {
        return broker.read(Topics.DELIVERY_RESULTS.template()).stream()
                .filter(record -> account.equals(record.key()))
                .filter(record -> new String(record.value()).contains(id.toString()))
                .toList();
    }

    private List<Event> events() {
        return facts().stream().<Event>map(record -> Inbox.read(record).event()).toList();
    }

    private int openApprovals() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from open_approval where delivery_id = '" + id + "'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
