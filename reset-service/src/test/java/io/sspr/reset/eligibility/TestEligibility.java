package io.sspr.reset.eligibility;

import io.sspr.reset.directory.Groups;
import io.sspr.reset.gate.TestMethods;
import io.sspr.reset.writeback.AgentReachability;
import io.sspr.reset.writeback.TestAgents;

/** Eligibility for the tests of other features, with agents that are ready. */
public final class TestEligibility {
    private TestEligibility() {}

    public static CheckEligibility of(Groups groups, TestMethods methods) {
        return new CheckEligibility(groups, new TestAgents(AgentReachability.READY), methods);
    }
}
