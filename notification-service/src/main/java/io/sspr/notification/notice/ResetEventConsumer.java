package io.sspr.notification.notice;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears how resets and changes go; what came to its end is to be told. */
@ApplicationScoped
class ResetEventConsumer {
    private final SendNotices sendNotices;
    private final OutboxRelay relay;

    ResetEventConsumer(SendNotices sendNotices, OutboxRelay relay) {
        this.sendNotices = sendNotices;
        this.relay = relay;
    }

    @Incoming("reset-events")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        sendNotices.send(Inbox.read(record));
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "notification-service", "a notice could not be sent");
    }
}
