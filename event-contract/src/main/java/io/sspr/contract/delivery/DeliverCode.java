package io.sspr.contract.delivery;

import io.sspr.contract.Request;
import io.sspr.contract.seal.SealContext;
import java.time.Instant;
import java.util.UUID;

/**
 * Asks notification-service to bring a one-time code to a user.
 *
 * @param deliveryId the challenge that the code belongs to
 * @param destination mail address, or phone number as stored
 * @param language {@code ja} or {@code en}
 * @param tenantName for the message's subject and sender
 * @param sealedCode the code, sealed to notification-service for {@link #sealContext()}
 */
public record DeliverCode(
        UUID deliveryId,
        String tenant,
        Channel channel,
        String destination,
        String language,
        String tenantName,
        String sealedCode,
        Instant expiresAt)
        implements Request {
    /** What the code is sealed for. */
    public SealContext sealContext() {
        return new SealContext(tenant, deliveryId, "DELIVER_" + channel, expiresAt);
    }
}
