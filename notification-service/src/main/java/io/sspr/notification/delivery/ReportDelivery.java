package io.sspr.notification.delivery;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Says what became of a message. No transaction is open while a mail server or gateway is waited for: the message is sent first, then its fact and
 * the mark that the request was handled are stored together. A crash in between sends the message a second time, which harms nobody; the other way
 * round it would be lost.
 */
@ApplicationScoped
public class ReportDelivery {
    private final Inbox inbox;
    private final Outbox outbox;
    private final Clock clock;

    ReportDelivery(Inbox inbox, Outbox outbox, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Stores the facts about {@code handled}.
     *
     * @return false for a repetition that another process handled at the same time: it is not reported twice
     */
    @Transactional
    public boolean report(Message<?> handled, List<DeliveryFact> facts) {
        if (!inbox.isNew(handled)) {
            return false;
        }
        facts.forEach(fact -> outbox.add(new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/notification-service",
                handled.tenant(),
                handled.subject(),
                handled.supportCode(),
                fact)));
        return true;
    }

    /** Whether this message was handled before. */
    @Transactional
    public boolean isHandled(Message<?> message) {
        return inbox.knows(message);
    }
}
