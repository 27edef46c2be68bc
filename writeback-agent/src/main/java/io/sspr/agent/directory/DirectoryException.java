package io.sspr.agent.directory;

import java.util.Optional;

/** The directory did not do what it was asked to. */
public final class DirectoryException extends Exception {
    private final Refusal refusal;
    private final String writtenTo;

    DirectoryException(Refusal refusal) {
        this(refusal, null);
    }

    /** @param writtenTo the domain controller that a write was sent to and that did not answer; null if none */
    DirectoryException(Refusal refusal, String writtenTo) {
        super(refusal.verdict().name());
        this.refusal = refusal;
        this.writtenTo = writtenTo;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Whether a write was sent and not answered, so that it may have been done all the same. */
    public boolean isInDoubt() {
        return writtenTo != null;
    }

    /** The domain controller that knows whether it was done; empty if not in doubt. */
    public Optional<String> writtenTo() {
        return Optional.ofNullable(writtenTo);
    }
}
