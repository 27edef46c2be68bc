package io.sspr.agent.crash;

/** A step of the directory at which it can be held up. */
enum DirectoryStep {
    /** The account is looked up. */
    SEARCH,
    /** A password has arrived and is not in force. */
    BEFORE_WRITE,
    /** A password is in force, and nobody was told. */
    AFTER_WRITE
}
