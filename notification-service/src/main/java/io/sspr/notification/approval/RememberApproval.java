package io.sspr.notification.approval;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.notification.delivery.ReportDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Says that a call or push went out and, in the same transaction, remembers to ask for its answer. */
@ApplicationScoped
class RememberApproval {
    private final ReportDelivery reportDelivery;
    private final OpenApprovals openApprovals;
    private final Clock clock;

    RememberApproval(ReportDelivery reportDelivery, OpenApprovals openApprovals, Clock clock) {
        this.reportDelivery = reportDelivery;
        this.openApprovals = openApprovals;
        this.clock = clock;
    }

    /** @param fact how placing it went; there is nothing to remember if it failed */
    @Transactional
    void remember(Message<AskApproval> message, DeliveryFact fact) {
        boolean news = reportDelivery.report(message, List.of(fact));
        if (news && fact instanceof Delivered placed) {
            OpenApproval approval = new OpenApproval(
                    placed.deliveryId(),
                    placed.channel(),
                    message.event().tenant(),
                    message.subject(),
                    message.supportCode(),
                    placed.attempts(),
                    message.event().expiresAt());
            openApprovals.add(approval, clock.instant());
        }
    }
}
