package io.sspr.agent.key;

/** The agent's state exists but cannot be opened. The text is one line: what is wrong and what to do. */
public final class UnreadableStateException extends RuntimeException {
    UnreadableStateException(String line, Throwable cause) {
        super(line, cause);
    }
}
