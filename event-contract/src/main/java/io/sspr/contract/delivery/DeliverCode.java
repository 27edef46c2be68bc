package io.sspr.contract.delivery;

import io.sspr.contract.Request;
import io.sspr.contract.seal.SealContext;
import java.time.Instant;
import java.util.UUID;

/**
 * Asks notification-service to bring a one-time code to a user. Signed by reset-service.
 *
 * @param deliveryId the challenge that the code belongs to
 * @param channel {@link Channel#EMAIL} or {@link Channel#SMS}
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
    public DeliverCode {
        if (!channel.carriesCodes()) {
            throw new IllegalArgumentException("no code goes by " + channel);
        }
    }

    /** The same request with its code. */
    public DeliverCode sealedWith(String seal) {
        return new DeliverCode(deliveryId, tenant, channel, destination, language, tenantName, seal, expiresAt);
    }

    /** What the code is sealed for. */
    public SealContext sealContext() {
        return new SealContext(tenant, deliveryId, "DELIVER_" + channel, expiresAt);
    }
}
