package io.sspr.contract.delivery;

import io.sspr.contract.Request;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Asks notification-service to call a user, or to notify their authenticator app, and to say how they answer. Signed by reset-service, since a forged
 * one would ring at somebody's phone.
 *
 * @param deliveryId the challenge that the approval belongs to; another try has another id
 * @param purpose what is to be approved
 * @param channel {@link Channel#VOICE} or {@link Channel#PUSH}
 * @param destination phone number as stored, or the device's id
 * @param language {@code ja} or {@code en}
 * @param tenantName for the words that the user hears or reads
 * @param expiresAt from then on no answer counts
 */
public record AskApproval(
        UUID deliveryId,
        String tenant,
        MessagePurpose purpose,
        Channel channel,
        String destination,
        String language,
        String tenantName,
        Instant expiresAt)
        implements Request {
    public AskApproval {
        Objects.requireNonNull(purpose, "purpose");
        if (channel.carriesCodes()) {
            throw new IllegalArgumentException("nobody can approve by " + channel);
        }
    }
}
