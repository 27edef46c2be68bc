package io.sspr.contract;

/** A record that is not one of our messages, or not whole. Reading it again will not help: it belongs into the dead-letter topic. */
public class MalformedMessageException extends RuntimeException {
    MalformedMessageException(String what) {
        super(what);
    }
}
