package io.sspr.notification.approval;

import io.sspr.contract.Fact;
import io.sspr.contract.delivery.ApprovalAnswered;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.DeliveryFact.Content;
import io.sspr.contract.delivery.DeliveryFailed;
import io.sspr.contract.delivery.DeliveryFailed.Cause;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call or push that went out and that nobody has answered yet.
 *
 * @param subject the account's id
 * @param supportCode the flow; null outside one
 * @param attempts how many tries it took to place it
 * @param expiresAt when waiting for an answer ends
 */
record OpenApproval(
        UUID deliveryId,
        Channel channel,
        String tenant,
        String subject,
        UUID supportCode,
        int attempts,
        Instant expiresAt) {

    /**
     * What there is to be told, if anything. An answer counts however late it is heard of: reset-service knows whether it still waits for it. Source:
     * R-FLW-33, R-ERR-95.
     */
    Optional<Fact> outcome(Reply reply, Instant now) {
        return switch (reply) {
            case APPROVED -> Optional.of(new ApprovalAnswered(deliveryId, channel, true));
            case DENIED -> Optional.of(new ApprovalAnswered(deliveryId, channel, false));
            case UNANSWERED -> Optional.of(unanswered());
            case PENDING, UNKNOWN -> now.isBefore(expiresAt) ? Optional.empty() : Optional.of(unanswered());
        };
    }

    private Fact unanswered() {
        return new DeliveryFailed(deliveryId, Content.APPROVAL, channel, attempts, Cause.UNANSWERED);
    }
}
