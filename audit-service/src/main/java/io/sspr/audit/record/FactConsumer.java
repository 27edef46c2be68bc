package io.sspr.audit.record;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads every topic of facts, those of the on-premises sides of all tenants included. A record that cannot be recorded within a minute, or is none
 * of our messages, is put aside and blocks nothing behind it. Each try is a transaction of its own, since the former one is broken.
 */
@ApplicationScoped
class FactConsumer {
    private final RecordFact recordFact;
    private final OutboxRelay relay;

    FactConsumer(RecordFact recordFact, OutboxRelay relay) {
        this.recordFact = recordFact;
        this.relay = relay;
    }

    @Incoming("facts")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        recordFact.record(Inbox.read(record));
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "audit-service", "not a readable fact, or the audit log refused it for a minute");
    }
}
