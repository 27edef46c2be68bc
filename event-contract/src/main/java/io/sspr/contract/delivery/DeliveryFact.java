package io.sspr.contract.delivery;

import io.sspr.contract.Fact;
import java.util.UUID;

/** What became of one message to a person. */
public sealed interface DeliveryFact extends Fact permits Delivered, DeliveryFailed {
    /** The challenge for a code or an approval, the reset for a notice. */
    UUID deliveryId();

    Content content();

    Channel channel();

    /** What was to be delivered. */
    enum Content {
        CODE,
        NOTICE,
        /** A call or a push that asks for a yes. */
        APPROVAL
    }
}
