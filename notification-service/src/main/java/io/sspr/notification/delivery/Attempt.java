package io.sspr.notification.delivery;

/** What one try to deliver a message came to. */
public enum Attempt {
    /** The mail server or gateway took it. */
    ACCEPTED,
    /** It will never take it. */
    REJECTED,
    /** It may take it later. */
    UNREACHABLE
}
