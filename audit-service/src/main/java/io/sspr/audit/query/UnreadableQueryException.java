package io.sspr.audit.query;

/** A query that this API does not understand, with what the caller needs to know to put it right. */
final class UnreadableQueryException extends Exception {
    private final ProblemKind kind;
    private final transient Object[] particulars;

    private UnreadableQueryException(ProblemKind kind, Object... particulars) {
        super(kind.name());
        this.kind = kind;
        this.particulars = particulars;
    }

    /** A parameter that does not exist here, or stands there twice. */
    static UnreadableQueryException option(String allowed) {
        return new UnreadableQueryException(ProblemKind.UNKNOWN_OPTION, allowed);
    }

    /** A parameter whose value is not of its form. */
    static UnreadableQueryException value(String option, String allowed) {
        return new UnreadableQueryException(ProblemKind.BAD_OPTION_VALUE, option, allowed);
    }

    /** @param position of the first character that is not understood, from 1 */
    static UnreadableQueryException filter(int position, String allowed) {
        return new UnreadableQueryException(ProblemKind.BAD_FILTER, position, allowed);
    }

    ProblemKind kind() {
        return kind;
    }

    Object[] particulars() {
        return particulars.clone();
    }
}
