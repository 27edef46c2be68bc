package io.sspr.reset.writeback;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;

/** The agents of a tenant, whose condition a test decides. */
@Vetoed
public final class TestAgents extends AgentStatuses {
    private final AgentReachability reachability;
    private final List<AgentStatus> heartbeats;

    public TestAgents(AgentReachability reachability) {
        this(reachability, List.of());
    }

    public TestAgents(AgentReachability reachability, List<AgentStatus> heartbeats) {
        super(null, null, null, null);
        this.reachability = reachability;
        this.heartbeats = heartbeats;
    }

    @Override
    public AgentReachability reachability(String tenant) {
        return reachability;
    }

    @Override
    public List<AgentStatus> of(String tenant) {
        return heartbeats;
    }

    @Override
    public void forgetUnregistered(String tenant) {}
}
