package io.sspr.reset.registration;

/** How a user came to register. Source: R-REG-01. */
public enum Mode {
    /** Asked at sign-in. */
    INTERRUPT,
    /** By themselves. */
    MANAGE
}
