package io.sspr.agent.request;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * One request's attempt to write: whether it may have written already, and what the directory said before. Used by one
 * thread.
 */
final class Attempt {
    private final LongConsumer onStart;
    private OptionalLong passwordLastSet;
    private Optional<String> writtenTo = Optional.empty();

    private Attempt(OptionalLong passwordLastSet, LongConsumer onStart) {
        this.passwordLastSet = passwordLastSet;
        this.onStart = onStart;
    }

    /**
     * @param onStart is told {@code pwdLastSet} before the first write and returns only when that is safely remembered
     */
    static Attempt first(LongConsumer onStart) {
        return new Attempt(OptionalLong.empty(), onStart);
    }

    /** Of a request that was started by somebody who did not live to finish it. */
    static Attempt resumed(long passwordLastSet) {
        return new Attempt(OptionalLong.of(passwordLastSet), ignored -> {});
    }

    void start(long passwordLastSetNow) {
        onStart.accept(passwordLastSetNow);
        passwordLastSet = OptionalLong.of(passwordLastSetNow);
    }

    /** @param server the domain controller that a write was sent to and that did not answer */
    void remainsInDoubt(String server) {
        writtenTo = Optional.of(server);
    }

    /** The domain controller that knows whether the write was done; empty if any of them may have been written to. */
    Optional<String> writtenTo() {
        return writtenTo;
    }

    boolean isStarted() {
        return passwordLastSet.isPresent();
    }

    /** Whether no password at all was set since the start; must be started. */
    boolean isUntouched(long passwordLastSetNow) {
        return passwordLastSet.getAsLong() == passwordLastSetNow;
    }
}
