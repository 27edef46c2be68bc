package io.sspr.reset.gate;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Lets the waiting user see whether the code went out. Repetitions do no harm, so no inbox is needed. Source: R-ERR-95. */
@ApplicationScoped
class DeliveryResultConsumer {
    private final Challenges challenges;
    private final OutboxRelay relay;

    DeliveryResultConsumer(Challenges challenges, OutboxRelay relay) {
        this.challenges = challenges;
        this.relay = relay;
    }

    @Incoming("delivery-results")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        if (message.event() instanceof DeliveryFact fact && fact.content() == Content.CODE) {
            challenges.delivery(
                    fact.deliveryId(),
                    fact instanceof Delivered ? Challenge.Delivery.DELIVERED : Challenge.Delivery.FAILED);
        }
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "reset-service", "a delivery result could not be applied");
    }
}
