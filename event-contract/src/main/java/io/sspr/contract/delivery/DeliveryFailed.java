package io.sspr.contract.delivery;

import java.util.UUID;

/**
 * The message was given up. A call or push that nobody answered was {@link Delivered} before. Source: R-ERR-95.
 *
 * @param attempts how many tries were made; 0 if it was hopeless from the start
 */
public record DeliveryFailed(UUID deliveryId, Content content, Channel channel, int attempts, Cause cause)
        implements DeliveryFact {
    /** Why it was given up. */
    public enum Cause {
        /** The mail server or gateway did not answer, or said to come back later, until the tries were used up. */
        UNREACHABLE,
        /** The mail server or gateway said no. */
        REJECTED,
        /** The request came too late. */
        EXPIRED,
        /** The code could not be opened. */
        UNREADABLE,
        /** The phone rang, or the push went out, and nobody answered in time. */
        UNANSWERED
    }
}
