package io.sspr.notification.approval;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.notification.key.NotificationKeys;
import io.sspr.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Publishes what a call or push came to, once, and signed: whoever could forge an approval could open a gate. */
@ApplicationScoped
class SettleApproval {
    private final OpenApprovals openApprovals;
    private final Outbox outbox;
    private final NotificationKeys keys;
    private final Clock clock;

    SettleApproval(OpenApprovals openApprovals, Outbox outbox, NotificationKeys keys, Clock clock) {
        this.openApprovals = openApprovals;
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    void settle(OpenApproval open, Fact outcome) {
        if (!openApprovals.remove(open.deliveryId())) {
            return;
        }
        Message<Fact> message = new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/notification-service",
                open.tenant(),
                open.subject(),
                open.supportCode(),
                outcome);
        outbox.add(message, keys.signing());
    }
}
