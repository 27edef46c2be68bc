package io.sspr.notification.approval;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.notification.delivery.ReportDelivery;
import io.sspr.notification.delivery.TryToDeliver;
import jakarta.enterprise.context.ApplicationScoped;

/** Calls a user, or notifies their authenticator app, so that they say yes or no. Their answer is heard by {@link AwaitAnswers}. Source: R-PHN-08, R-APP-03. */
@ApplicationScoped
class AskForApproval {
    private final ReportDelivery reportDelivery;
    private final TryToDeliver tryToDeliver;
    private final Carrier carrier;
    private final RememberApproval rememberApproval;

    AskForApproval(
            ReportDelivery reportDelivery,
            TryToDeliver tryToDeliver,
            Carrier carrier,
            RememberApproval rememberApproval) {
        this.reportDelivery = reportDelivery;
        this.tryToDeliver = tryToDeliver;
        this.carrier = carrier;
        this.rememberApproval = rememberApproval;
    }

    void ask(Message<AskApproval> message) {
        if (reportDelivery.isHandled(message)) {
            return;
        }
        AskApproval request = message.event();
        DeliveryFact fact = tryToDeliver.deliver(
                request.deliveryId(),
                Content.APPROVAL,
                request.channel(),
                request.expiresAt(),
                () -> carrier.place(request));
        rememberApproval.remember(message, fact);
    }
}
