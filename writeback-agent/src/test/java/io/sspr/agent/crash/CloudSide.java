package io.sspr.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.agent.Broker;
import io.sspr.agent.TestConfig;
import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.agent.AgentEventRecorded;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.seal.Signature;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.outbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jose4j.jwk.PublicJsonWebKey;

/** What reset-service does: it asks all agents of its tenant, and reads what they answer. */
final class CloudSide implements AutoCloseable {
    static final String REQUESTS = Topics.WRITEBACK_REQUESTS.of(TestConfig.TENANT);

    private static final String RESULTS = Topics.WRITEBACK_RESULTS.of(TestConfig.TENANT);
    private static final String AGENT_EVENTS = Topics.AGENT_EVENTS.of(TestConfig.TENANT);

    private final Clock clock = Clock.systemUTC();
    private final Broker broker;
    private final PublicJsonWebKey ownKey;
    private final List<PublicJsonWebKey> agentsKeys;
    private final List<PublicJsonWebKey> agentsSigningKeys;

    /** An answer as it lies on the topic. */
    record Answered(Instant at, WritebackResult result) {}

    CloudSide(Broker broker, PublicJsonWebKey ownKey, List<Agent> agents) {
        this.broker = broker;
        this.ownKey = ownKey;
        agentsKeys = agents.stream().map(Agent::encryptionKey).toList();
        agentsSigningKeys = agents.stream().map(Agent::signingKey).toList();
    }

    /** A reset that is asked for now. */
    Message<WritebackRequest> reset(String user, String password, Duration validity) {
        WritebackRequest request = request(Operation.RESET, user, validity);
        return message(user, request.withPassword(Secret.of(password), agentsKeys));
    }

    /** A reset that took its time to get here, and is valid for half a minute. */
    Message<WritebackRequest> resetAskedForBefore(Duration ago, String user, String password) {
        WritebackRequest request = request(Operation.RESET, user, Duration.ofSeconds(30))
                .askedForAt(clock.instant().minus(ago));
        return message(user, request.withPassword(Secret.of(password), agentsKeys));
    }

    /** Harmless; its answer shows that everything before it was passed. */
    Message<WritebackRequest> unlock(String user) {
        return message(user, request(Operation.UNLOCK, user, Duration.ofSeconds(30)));
    }

    /** The same request in another message, as when a sender is not sure whether the first one arrived. */
    Message<WritebackRequest> inAnotherMessage(Message<WritebackRequest> request) {
        return new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                request.source(),
                request.tenant(),
                request.subject(),
                request.supportCode(),
                request.event());
    }

    void send(Message<WritebackRequest> request) {
        broker.send(request, ownKey);
    }

    /** In the order of their publication; each has to be signed by one of the agents. */
    List<Answered> answers(Message<WritebackRequest> request) {
        return broker.read(RESULTS).stream()
                .filter(record ->
                        result(record).requestId().equals(request.event().requestId()))
                .peek(record -> assertThat(isGenuine(record)).isTrue())
                .map(record -> new Answered(Instant.ofEpochMilli(record.timestamp()), result(record)))
                .toList();
    }

    /** The numbers of the agents' published lines about a request, in order and each once. */
    List<Integer> eventNumbers(Message<WritebackRequest> request) {
        return broker.read(AGENT_EVENTS, AgentEventRecorded.class).stream()
                .filter(line -> request.event().requestId().equals(line.event().requestId()))
                .distinct()
                .map(line -> line.event().eventId())
                .toList();
    }

    /** Where the first delivery of a request lies. */
    ConsumerRecord<String, byte[]> recordOf(Message<WritebackRequest> request) {
        return broker.read(REQUESTS).stream()
                .filter(record -> Inbox.read(record).id().equals(request.id()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        broker.close();
    }

    private WritebackRequest request(Operation operation, String user, Duration validity) {
        String anchor = Base64.getEncoder().encodeToString(HeldDirectory.anchor(user));
        Instant now = clock.instant();
        return WritebackRequest.of(operation, UUID.randomUUID(), TestConfig.TENANT, anchor, now.plus(validity))
                .askedForAt(now);
    }

    /** The account's id is made of the user's name, so that the same names are always spread alike over the topic. */
    private Message<WritebackRequest> message(String user, WritebackRequest request) {
        UUID account = UUID.nameUUIDFromBytes(user.getBytes(StandardCharsets.US_ASCII));
        return new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/reset-service",
                TestConfig.TENANT,
                account.toString(),
                UUID.randomUUID(),
                request);
    }

    private boolean isGenuine(ConsumerRecord<String, byte[]> record) {
        return agentsSigningKeys.stream().anyMatch(key -> {
            try {
                Signature.verify(Inbox.header(record, Signature.HEADER), record.value(), key);
                return true;
            } catch (BrokenSealException e) {
                return false;
            }
        });
    }

    private static WritebackResult result(ConsumerRecord<String, byte[]> record) {
        return (WritebackResult) Inbox.read(record).event();
    }
}
