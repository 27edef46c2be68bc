package io.sspr.contract.delivery;

import java.util.UUID;

/**
 * The mail server or carrier took the message: a call is being placed, a push is on its way.
 *
 * @param attempts how many tries it took, from 1
 */
public record Delivered(UUID deliveryId, Content content, Channel channel, int attempts) implements DeliveryFact {}
