package io.sspr.contract.agent;

import io.sspr.contract.Event;

/** What a tenant's agent says of itself. */
public sealed interface AgentEvent extends Event permits AgentEventRecorded, AgentHeartbeat {
    /** The agent's name. */
    String agent();
}
