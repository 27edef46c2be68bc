package io.sspr.notification.contact;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.sspr.contract.MalformedMessageException;
import io.sspr.contract.Message;
import io.sspr.contract.reset.AdminContacted;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears who asks for help, apart from the other notices: a hundred mails to administrators hold up nobody else's one. */
@ApplicationScoped
class HelpRequestConsumer {
    private final TellAdministrators tellAdministrators;
    private final OutboxRelay relay;

    HelpRequestConsumer(TellAdministrators tellAdministrators, OutboxRelay relay) {
        this.tellAdministrators = tellAdministrators;
        this.relay = relay;
    }

    @Incoming("help-requests")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 60_000, abortOn = MalformedMessageException.class)
    @Fallback(fallbackMethod = "deadLetter")
    void on(ConsumerRecord<String, byte[]> record) {
        Message<?> message = Inbox.read(record);
        if (message.event() instanceof AdminContacted) {
            tellAdministrators.tell(message.as(AdminContacted.class));
        }
    }

    void deadLetter(ConsumerRecord<String, byte[]> record) {
        try {
            Inbox.read(record);
        } catch (MalformedMessageException e) {
            // What cannot be read at all is put aside once, by the reader of notices.
            return;
        }
        relay.deadLetter(record, "notification-service", "the administrators could not be told");
    }
}
