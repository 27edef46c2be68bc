package io.sspr.reset.writeback;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears the agents' signs of life; only the newest of each counts, so repetitions do no harm. */
@ApplicationScoped
class HeartbeatConsumer {
    private static final Logger LOG = Logger.getLogger(HeartbeatConsumer.class);

    private final AgentStatuses agents;
    private final AgentSignatures signatures;
    private final OutboxRelay relay;

    HeartbeatConsumer(AgentStatuses agents, AgentSignatures signatures, OutboxRelay relay) {
        this.agents = agents;
        this.signatures = signatures;
        this.relay = relay;
    }

    @Incoming("agent-events")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        if (!(message.event() instanceof AgentHeartbeat heartbeat)) {
            return;
        }
        try {
            signatures.verify(message.tenant(), Inbox.header(record, Signature.HEADER), record.value());
        } catch (BrokenSealException e) {
            LOG.warnf("A heartbeat was passed over: tenant=%s cause=%s", message.tenant(), e.getMessage());
            return;
        }
        agents.record(message.tenant(), heartbeat);
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "reset-service", "a heartbeat could not be applied");
    }
}
