package io.sspr.contract.delivery;

import java.util.UUID;

/**
 * The mail server or SMS gateway took the message.
 *
 * @param attempts how many tries it took, from 1
 */
public record Delivered(UUID deliveryId, Content content, Channel channel, int attempts) implements DeliveryFact {}
