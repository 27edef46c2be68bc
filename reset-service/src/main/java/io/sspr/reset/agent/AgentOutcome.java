package io.sspr.reset.agent;

import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.ProblemName;
import java.util.List;

/**
 * What came of something that an agent asked for about itself.
 *
 * @param tenant whose agent it is; null if it was refused
 * @param problem why it was refused; null if it was done
 * @param faults what was wrong, part by part; empty unless the problem is made of parts
 */
record AgentOutcome(String tenant, ProblemName problem, List<Fault> faults) {
    static AgentOutcome done(String tenant) {
        return new AgentOutcome(tenant, null, List.of());
    }

    static AgentOutcome refused(ProblemName problem) {
        return new AgentOutcome(null, problem, List.of());
    }

    static AgentOutcome rejected(List<Fault> faults) {
        return new AgentOutcome(null, ProblemName.AGENT_REJECTED, faults);
    }

    boolean isDone() {
        return problem == null;
    }
}
