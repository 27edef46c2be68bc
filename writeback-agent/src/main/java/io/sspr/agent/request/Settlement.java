package io.sspr.agent.request;

import io.sspr.agent.directory.Proof;

/**
 * What to do about a write whose outcome is not known, because the agent was killed or the directory did not answer.
 * Source: R-WB-31f, R-WB-31g.
 *
 * <table><caption>Decisions</caption>
 * <tr><th>the new password</th><th>pwdLastSet</th><th>request</th><th>decision</th></tr>
 * <tr><td>is in force</td><td></td><td></td><td>{@link #SUCCEEDED}</td></tr>
 * <tr><td>is not</td><td>changed</td><td></td><td>{@link #SUPERSEDED}</td></tr>
 * <tr><td>is not</td><td>as before</td><td>valid</td><td>{@link #UNWRITTEN}</td></tr>
 * <tr><td>is not</td><td>as before</td><td>expired</td><td>{@link #EXPIRED}</td></tr>
 * <tr><td>cannot be told</td><td></td><td></td><td>{@link #UNKNOWN}</td></tr>
 * </table>
 */
enum Settlement {
    /** The write was done. */
    SUCCEEDED,
    /** Somebody set another password since: writing again would overwrite a newer password with an older one. */
    SUPERSEDED,
    /** The write was not done; it may be done now as if for the first time. */
    UNWRITTEN,
    /** The write was not done and must not be done any more. */
    EXPIRED,
    /** Ask again. */
    UNKNOWN;

    /** @param untouched whether {@code pwdLastSet} is what it was before the write */
    static Settlement of(Proof proof, boolean untouched, boolean expired) {
        return switch (proof) {
            case IN_FORCE -> SUCCEEDED;
            case UNKNOWN -> UNKNOWN;
            case NOT_IN_FORCE -> notInForce(untouched, expired);
        };
    }

    private static Settlement notInForce(boolean untouched, boolean expired) {
        if (!untouched) {
            return SUPERSEDED;
        }
        return expired ? EXPIRED : UNWRITTEN;
    }
}
