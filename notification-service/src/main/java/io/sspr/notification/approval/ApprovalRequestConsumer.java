package io.sspr.notification.approval;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.notification.delivery.VerifyRequest;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the requests for approval: once for calls and once for pushes, so that a channel that is stuck holds up no other. */
@ApplicationScoped
class ApprovalRequestConsumer {
    private final VerifyRequest verifyRequest;
    private final AskForApproval askForApproval;
    private final OutboxRelay relay;

    ApprovalRequestConsumer(VerifyRequest verifyRequest, AskForApproval askForApproval, OutboxRelay relay) {
        this.verifyRequest = verifyRequest;
        this.askForApproval = askForApproval;
        this.relay = relay;
    }

    @Incoming("approvals-by-voice")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void byVoice(ConsumerRecord<String, byte[]> record) {
        ask(record, Channel.VOICE);
    }

    @Incoming("approvals-by-push")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void byPush(ConsumerRecord<String, byte[]> record) {
        ask(record, Channel.PUSH);
    }

    private void ask(ConsumerRecord<String, byte[]> record, Channel channel) {
        Message<?> message = Inbox.read(record);
        if (message.event() instanceof AskApproval request
                && request.channel() == channel
                && verifyRequest.isGenuine(record)) {
            askForApproval.ask(message.as(AskApproval.class));
        }
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        try {
            Inbox.read(record);
        } catch (MalformedMessageException e) {
            // What cannot be read at all is put aside once, by the reader of codes for mail.
            return;
        }
        relay.deadLetter(record, "notification-service", "nobody could be called or notified");
    }
}
