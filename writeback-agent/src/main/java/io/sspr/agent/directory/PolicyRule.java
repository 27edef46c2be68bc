package io.sspr.agent.directory;

/**
 * Which rule of the on-premises policy a password breaks. For the log and the administrator; the user is not told.
 * Source: R-ADP-11.
 */
public enum PolicyRule {
    LENGTH,
    COMPLEXITY,
    ACCOUNT_NAME,
    DISPLAY_NAME,
    MINIMUM_AGE,
    /** The directory itself refused: history, a password filter, or a rule that the agent does not know. */
    DIRECTORY
}
