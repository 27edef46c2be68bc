package io.sspr.agent.sync;

/** The broker did not take a part of a run; the run has to be repeated. */
final class NotAcknowledgedException extends RuntimeException {
    NotAcknowledgedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
