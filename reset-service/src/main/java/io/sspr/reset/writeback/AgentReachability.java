package io.sspr.reset.writeback;

/** What the cloud side knows of a tenant's agents from their heartbeats. */
public enum AgentReachability {
    /** At least one agent beats and is well. */
    READY,
    /** Agents beat, but each says that its configuration is at fault. */
    MISCONFIGURED,
    /** No agent was heard of lately. */
    UNREACHABLE
}
