package io.sspr.notification.delivery;

import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import io.sspr.notification.key.NotificationKeys;
import io.sspr.outbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Tells whether a request comes from reset-service. What does not is passed over: whoever can merely write to the topic must not make phones ring, or
 * send mails with words of their own.
 */
@ApplicationScoped
public class VerifyRequest {
    private static final Logger LOG = Logger.getLogger(VerifyRequest.class);

    private final NotificationKeys keys;

    VerifyRequest(NotificationKeys keys) {
        this.keys = keys;
    }

    /** Whether reset-service signed exactly this body. */
    public boolean isGenuine(ConsumerRecord<String, byte[]> request) {
        try {
            Signature.verify(Inbox.header(request, Signature.HEADER), request.value(), keys.resetService());
            return true;
        } catch (BrokenSealException e) {
            LOG.errorf(
                    "A delivery request was passed over: partition=%d offset=%d cause=%s",
                    request.partition(), request.offset(), e.getMessage());
            return false;
        }
    }
}
