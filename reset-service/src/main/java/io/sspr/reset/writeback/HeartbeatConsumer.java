package io.sspr.reset.writeback;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.agent.AgentKey;
import io.sspr.reset.agent.AgentKeys;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears the agents' signs of life; only the newest of each counts, so repetitions do no harm. One that was offboarded may go on for long, so what bears
 * a name that the tenant does not know is passed over without another word.
 */
@ApplicationScoped
class HeartbeatConsumer {
    private static final Logger LOG = Logger.getLogger(HeartbeatConsumer.class);

    private final AgentStatuses agents;
    private final AgentKeys keys;
    private final AgentSignatures signatures;
    private final OutboxRelay relay;

    HeartbeatConsumer(AgentStatuses agents, AgentKeys keys, AgentSignatures signatures, OutboxRelay relay) {
        this.agents = agents;
        this.keys = keys;
        this.signatures = signatures;
        this.relay = relay;
    }

    @Incoming("agent-events")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        if (message.event() instanceof AgentHeartbeat heartbeat && keys.speakFor(message.tenant(), heartbeat.agent())) {
            signatures
                    .signerOf(record, message)
                    .filter(signer -> speaksFor(signer, heartbeat, message.tenant()))
                    .ifPresent(signer -> agents.record(message.tenant(), heartbeat));
        }
    }

    private static boolean speaksFor(AgentKey signer, AgentHeartbeat heartbeat, String tenant) {
        if (!signer.speaksFor(heartbeat.agent())) {
            LOG.warnf("An agent beats in another one's name: tenant=%s agent=%s", tenant, signer.agent());
        }
        return signer.speaksFor(heartbeat.agent());
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "reset-service", "a heartbeat could not be applied");
    }
}
