package io.sspr.reset.writeback;

/** The agents of a tenant, whose condition a test decides. */
public final class TestAgents extends AgentStatuses {
    private final AgentReachability reachability;

    public TestAgents(AgentReachability reachability) {
        super(null, null, null);
        this.reachability = reachability;
    }

    @Override
    public AgentReachability reachability(String tenant) {
        return reachability;
    }
}
