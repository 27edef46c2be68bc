package io.sspr.contract.delivery;

import io.sspr.contract.Fact;
import java.util.UUID;

/**
 * A user answered an {@link AskApproval}. Signed by notification-service, since an approval opens a gate. Nobody answering is a
 * {@link DeliveryFailed}.
 *
 * @param deliveryId the challenge
 * @param approved false if the user denied it or hung up
 */
public record ApprovalAnswered(UUID deliveryId, Channel channel, boolean approved) implements Fact {}
