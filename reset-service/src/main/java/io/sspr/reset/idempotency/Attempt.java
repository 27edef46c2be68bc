package io.sspr.reset.idempotency;

import java.util.UUID;

/** What became of the attempt to be the one who answers a request. */
sealed interface Attempt {
    /**
     * The request is ours to answer.
     *
     * @param claim proves that it still is
     */
    record Claimed(UUID claim) implements Attempt {}

    /** Somebody else is at it. */
    record InProgress() implements Attempt {}

    /** The key was used with another body. */
    record Reused() implements Attempt {}

    /** It was answered before; the answer is sealed for the request. */
    record Answered(byte[] sealed) implements Attempt {}
}
