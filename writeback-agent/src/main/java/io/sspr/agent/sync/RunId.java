package io.sspr.agent.sync;

import java.time.Instant;
import java.util.UUID;

/** Ids that grow with time (UUID version 7), so that whoever is told of an older run after a newer one knows it. */
final class RunId {
    private static final long VERSION_7 = 0x7000L;
    private static final int RANDOM_BITS = 12;

    private RunId() {}

    static UUID at(Instant now) {
        UUID random = UUID.randomUUID();
        long head = now.toEpochMilli() << 16 | VERSION_7 | random.getMostSignificantBits() & (1 << RANDOM_BITS) - 1;
        return new UUID(head, random.getLeastSignificantBits());
    }
}
