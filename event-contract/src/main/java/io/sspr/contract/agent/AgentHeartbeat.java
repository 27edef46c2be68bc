package io.sspr.contract.agent;

import java.time.Instant;

/**
 * The agent lives. Signed by the agent; holds no personal data. Not a fact: it is only of interest until the next one, and is not audited.
 * Source: R-WB-22.
 *
 * @param detail what is wrong with the configuration; null if healthy
 */
public record AgentHeartbeat(String agent, String version, Instant sentAt, Health health, String detail)
        implements AgentEvent {
    /** What the agent knows of its own state. */
    public enum Health {
        HEALTHY,
        /** Reachable, but its configuration makes every writeback fail until an administrator mends it. */
        CONFIGURATION_FAULT
    }
}
