package io.sspr.contract;

import java.time.Instant;

/**
 * Something that exactly one reader is asked to do before {@link #expiresAt()}. A request may carry a sealed secret; therefore it is sent straight
 * to the broker and never stored in a database.
 */
public interface Request extends Event {
    /** The moment from which the reader must not act on this request any more. */
    Instant expiresAt();
}
