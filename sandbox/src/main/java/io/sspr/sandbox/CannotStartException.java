package io.sspr.sandbox;

/** The sandbox cannot start; the message says in one line what is wrong and what to do. */
public final class CannotStartException extends RuntimeException {
    public CannotStartException(String message) {
        super(message);
    }

    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
