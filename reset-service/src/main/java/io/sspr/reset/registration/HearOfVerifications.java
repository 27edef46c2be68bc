package io.sspr.reset.registration;

import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.Delivered;
import io.sspr.contract.delivery.DeliveryFact;
import io.sspr.reset.gate.Challenge.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Hears what became of the messages of verifications, and how users replied on the phone. Those of others are passed over. */
@ApplicationScoped
class HearOfVerifications {
    private final Verifications verifications;
    private final FinishVerification finishVerification;

    HearOfVerifications(Verifications verifications, FinishVerification finishVerification) {
        this.verifications = verifications;
        this.finishVerification = finishVerification;
    }

    void on(@Observes DeliveryFact fact) {
        verifications.delivery(
                fact.deliveryId(), fact.channel(), fact instanceof Delivered ? Delivery.DELIVERED : Delivery.FAILED);
    }

    /** Whoever says so has checked that it is genuine. */
    void on(@Observes ApprovalAnswered answer) {
        finishVerification.answered(answer.deliveryId(), answer.approved());
    }
}
