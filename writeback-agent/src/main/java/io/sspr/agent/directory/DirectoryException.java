package io.sspr.agent.directory;

/** The directory did not do what it was asked to. */
public final class DirectoryException extends Exception {
    private final Refusal refusal;
    private final boolean inDoubt;

    DirectoryException(Refusal refusal, boolean inDoubt) {
        super(refusal.verdict().name());
        this.refusal = refusal;
        this.inDoubt = inDoubt;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Whether a write was sent and not answered, so that it may have been done all the same. */
    public boolean isInDoubt() {
        return inDoubt;
    }
}
