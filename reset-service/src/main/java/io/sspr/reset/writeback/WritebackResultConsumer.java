package io.sspr.reset.writeback;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the agents' answers. Only an answer signed by an agent of the asking tenant counts. */
@ApplicationScoped
class WritebackResultConsumer {
    private final CompleteReset completeReset;
    private final SettleAgentRequest settleAgentRequest;
    private final AgentSignatures signatures;
    private final OutboxRelay relay;

    WritebackResultConsumer(
            CompleteReset completeReset,
            SettleAgentRequest settleAgentRequest,
            AgentSignatures signatures,
            OutboxRelay relay) {
        this.completeReset = completeReset;
        this.settleAgentRequest = settleAgentRequest;
        this.signatures = signatures;
        this.relay = relay;
    }

    @Incoming("writeback-results")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        // Before anything else: a forged message must not use up the id of a true one.
        if (!(message.event() instanceof WritebackResult)
                || signatures.signerOf(record, message).isEmpty()) {
            return;
        }
        Message<WritebackResult> answer = message.as(WritebackResult.class);
        if (!settleAgentRequest.answered(answer)) {
            completeReset.answered(answer);
        }
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "reset-service", "a writeback result could not be applied");
    }
}
