package io.sspr.reset.gate;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.Fact;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.key.ResetKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Lets the waiting user see whether the message went out, and go on once a call or notification is approved. Repetitions do no harm, so no inbox is needed. Source: R-ERR-95, R-APP-03. */
@ApplicationScoped
class DeliveryResultConsumer {
    private static final Logger LOG = Logger.getLogger(DeliveryResultConsumer.class);

    private final Challenges challenges;
    private final PassGate passGate;
    private final ResetKeys keys;
    private final OutboxRelay relay;
    /** For others who have messages sent: whose it is, is told by the id. */
    private final Event<Fact> heard;

    DeliveryResultConsumer(
            Challenges challenges, PassGate passGate, ResetKeys keys, OutboxRelay relay, Event<Fact> heard) {
        this.challenges = challenges;
        this.passGate = passGate;
        this.keys = keys;
        this.relay = relay;
        this.heard = heard;
    }

    @Incoming("delivery-results")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        if (message.event() instanceof DeliveryFact fact && fact.content() != Content.NOTICE) {
            challenges.delivery(
                    fact.deliveryId(),
                    fact.channel(),
                    fact instanceof Delivered ? Challenge.Delivery.DELIVERED : Challenge.Delivery.FAILED);
            heard.fire(fact);
        } else if (message.event() instanceof ApprovalAnswered answer && isGenuine(record)) {
            passGate.answered(answer.deliveryId(), answer.approved());
            heard.fire(answer);
        }
    }

    /** An approval opens a gate, so only one that notification-service signed counts. */
    private boolean isGenuine(ConsumerRecord<String, byte[]> record) {
        try {
            Signature.verify(Inbox.header(record, Signature.HEADER), record.value(), keys.notificationSigning());
            return true;
        } catch (BrokenSealException e) {
            LOG.errorf("An approval was passed over: cause=%s", e.getMessage());
            return false;
        }
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "reset-service", "a delivery result could not be applied");
    }
}
