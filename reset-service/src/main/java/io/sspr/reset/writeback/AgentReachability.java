package io.sspr.reset.writeback;

/** What the cloud side knows of a tenant's agents from their keys and heartbeats. */
public enum AgentReachability {
    /** At least one agent beats and is well. */
    READY,
    /** Agents beat, but each says that its configuration is at fault. */
    MISCONFIGURED,
    /** No agent was heard of lately. */
    UNREACHABLE,
    /** No agent has exchanged keys with the cloud side, or all were offboarded. */
    NOT_ONBOARDED
}
