package io.sspr.agent.directory;

/** What a sign-in with a password shows about it. */
public enum Proof {
    /** It is the account's password. */
    IN_FORCE,
    /** It is not. */
    NOT_IN_FORCE,
    /** The answer says nothing about the password, or there was none. */
    UNKNOWN
}
