package io.sspr.agent.crash;

/** Something that an agent has to wait for, ordered from outside, until it is released. */
interface Hold extends AutoCloseable {
    /** Returns when an agent waits for it. */
    void awaitReached();

    /** Lets whoever waits go on; once released it stays so. */
    void release();

    @Override
    default void close() {
        release();
    }
}
