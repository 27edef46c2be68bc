package io.sspr.agent.request;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Signature;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads the requests of the agent's tenant, in order per account. It opens no transaction itself: each retry has to
 * begin a new one, and the ledger makes of a retry what it makes of any second delivery.
 */
@ApplicationScoped
class WritebackRequestConsumer {
    static final String CHANNEL = "writeback-requests";

    private final AnswerRequest answerRequest;
    private final OutboxRelay relay;

    WritebackRequestConsumer(AnswerRequest answerRequest, OutboxRelay relay) {
        this.answerRequest = answerRequest;
        this.relay = relay;
    }

    @Incoming(CHANNEL)
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        if (message.event() instanceof WritebackRequest request && request.requestId() != null) {
            answerRequest.answer(
                    message.as(WritebackRequest.class), Inbox.header(record, Signature.HEADER), record.value());
            return;
        }
        deadLetter(record);
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "writeback-agent", "no writeback request, or it could not be answered");
    }
}
