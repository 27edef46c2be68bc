package io.sspr.agent.crash;

/** Where an agent is killed on its way from a request's receipt to the answer, in this order. */
enum CrashPoint {
    /** It has the request and waits for the request's turn. */
    RECEIVED,
    /** It has the turn and looks the account up. */
    SEARCHING,
    /** <em>Started</em> is committed, and the write gets lost on its way. */
    WRITE_LOST,
    /** <em>Started</em> is committed, and the write takes effect when the agent is dead. */
    WRITE_LATE,
    /** The new password is in force, and the agent does not know. */
    WRITTEN,
    /** It knows, and has not written so into the ledger. */
    FINISHING,
    /** The ledger's <em>finished</em> is written, the answer is not in the outbox, and neither is committed. */
    ANSWERING,
    /** The answer is in the outbox and not published. */
    COMMITTED
}
