package io.sspr.reset.writeback;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.session.ResetSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears the agents' answers. Only an answer signed by an agent of the session's own tenant counts. */
@ApplicationScoped
class WritebackResultConsumer {
    private static final Logger LOG = Logger.getLogger(WritebackResultConsumer.class);

    private final ResetSessions sessions;
    private final CompleteReset completeReset;
    private final AgentSignatures signatures;
    private final Inbox inbox;
    private final OutboxRelay relay;

    WritebackResultConsumer(
            ResetSessions sessions,
            CompleteReset completeReset,
            AgentSignatures signatures,
            Inbox inbox,
            OutboxRelay relay) {
        this.sessions = sessions;
        this.completeReset = completeReset;
        this.signatures = signatures;
        this.inbox = inbox;
        this.relay = relay;
    }

    @Incoming("writeback-results")
    @Blocking
    @Retry(maxRetries = 5, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    @Transactional
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        if (!(message.event() instanceof WritebackResult result)) {
            return;
        }
        // Before the inbox: a forged message must not use up the id of a true one.
        try {
            signatures.verify(message.tenant(), Inbox.header(record, Signature.HEADER), record.value());
        } catch (BrokenSealException e) {
            LOG.errorf(
                    "A writeback result was passed over: tenant=%s supportCode=%s cause=%s",
                    message.tenant(), message.supportCode(), e.getMessage());
            return;
        }
        if (!inbox.isNew(message)) {
            return;
        }
        sessions.lockByRequest(result.requestId())
                .filter(session -> session.tenantId().equals(message.tenant()))
                .ifPresent(session -> completeReset.answered(session, result));
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "reset-service", "a writeback result could not be applied");
    }
}
