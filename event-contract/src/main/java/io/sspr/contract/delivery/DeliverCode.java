package io.sspr.contract.delivery;

import io.sspr.contract.Branding;
import io.sspr.contract.Request;
import io.sspr.contract.seal.SealContext;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Asks notification-service to bring a one-time code to a user. Signed by reset-service.
 *
 * @param deliveryId the challenge that the code belongs to
 * @param purpose what the code is good for
 * @param channel {@link Channel#EMAIL} or {@link Channel#SMS}
 * @param destination mail address, or phone number as stored
 * @param language {@code ja} or {@code en}
 * @param tenantName for the message's subject and sender
 * @param branding for a mail; null if the tenant has none
 * @param sealedCode the code, sealed to notification-service for {@link #sealContext()}
 */
public record DeliverCode(
        UUID deliveryId,
        String tenant,
        MessagePurpose purpose,
        Channel channel,
        String destination,
        String language,
        String tenantName,
        Branding branding,
        String sealedCode,
        Instant expiresAt)
        implements Request {
    public DeliverCode {
        Objects.requireNonNull(purpose, "purpose");
        if (!channel.carriesCodes()) {
            throw new IllegalArgumentException("no code goes by " + channel);
        }
    }

    /** The same request with its code. */
    public DeliverCode sealedWith(String seal) {
        return new DeliverCode(
                deliveryId, tenant, purpose, channel, destination, language, tenantName, branding, seal, expiresAt);
    }

    /** What the code is sealed for. */
    public SealContext sealContext() {
        return new SealContext(tenant, deliveryId, "DELIVER_" + channel + "_FOR_" + purpose, expiresAt);
    }
}
