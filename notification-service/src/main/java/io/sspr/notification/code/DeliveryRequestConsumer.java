package io.sspr.notification.code;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.notification.delivery.VerifyRequest;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the requests for codes: once for mail and once for SMS, so that a channel that is stuck holds up no other. */
@ApplicationScoped
class DeliveryRequestConsumer {
    private final VerifyRequest verifyRequest;
    private final DeliverCodes deliverCodes;
    private final OutboxRelay relay;

    DeliveryRequestConsumer(VerifyRequest verifyRequest, DeliverCodes deliverCodes, OutboxRelay relay) {
        this.verifyRequest = verifyRequest;
        this.deliverCodes = deliverCodes;
        this.relay = relay;
    }

    @Incoming("codes-by-email")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void byEmail(ConsumerRecord<String, byte[]> record) {
        deliver(record, Channel.EMAIL);
    }

    @Incoming("codes-by-sms")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "passOver")
    void bySms(ConsumerRecord<String, byte[]> record) {
        deliver(record, Channel.SMS);
    }

    private void deliver(ConsumerRecord<String, byte[]> record, Channel channel) {
        Message<?> message = Inbox.read(record);
        if (message.event() instanceof DeliverCode request
                && request.channel() == channel
                && verifyRequest.isGenuine(record)) {
            deliverCodes.deliver(message.as(DeliverCode.class));
        }
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        relay.deadLetter(record, "notification-service", "a code could not be delivered");
    }

    /** What cannot be read at all is put aside once, by the reader for mail. */
    void passOver(ConsumerRecord<String, byte[]> record) {
        try {
            Inbox.read(record);
            deadLetter(record);
        } catch (MalformedMessageException e) {
            // the other reader's
        }
    }
}
