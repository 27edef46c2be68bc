package io.sspr.reset.agent;

import io.sspr.contract.Person;
import io.sspr.contract.agent.AgentOffboarded;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.reset.agent.AgentKey.Use;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.writeback.AgentStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Puts an agent out: its keys are void at once, and what it was about to answer comes to nothing. Without any other agent the tenant's on-premises users
 * are told code 10. Source: R-WB-25, R-CHK-09.
 */
@ApplicationScoped
class OffboardAgent {
    private static final Logger LOG = Logger.getLogger(OffboardAgent.class);

    private final AgentKeys keys;
    private final AgentStatuses statuses;
    private final Tenants tenants;
    private final AgentFacts facts;
    private final Clock clock;

    OffboardAgent(AgentKeys keys, AgentStatuses statuses, Tenants tenants, AgentFacts facts, Clock clock) {
        this.keys = keys;
        this.statuses = statuses;
        this.tenants = tenants;
        this.facts = facts;
        this.clock = clock;
    }

    /** On behalf of an administrator; false if there is no such agent. */
    @Transactional
    boolean putOut(String tenant, String agent, Person by) {
        tenants.lock(tenant);
        if (!keys.remove(tenant, agent)) {
            return false;
        }
        statuses.forgetUnregistered(tenant);
        facts.add(tenant, new AgentOffboarded(agent, by));
        LOG.infof("An agent was offboarded: tenant=%s agent=%s", tenant, agent);
        return true;
    }

    /**
     * At the agent's own request.
     *
     * @param body the request as it came
     * @param signature over {@code body}, by the agent's current signing key; null without one
     */
    @Transactional
    AgentOutcome leave(String tenant, String agent, OffboardingRequest request, byte[] body, byte[] signature) {
        List<Fault> faults = IssuedAt.faultsOf(request.issuedAt(), clock.instant());
        if (!faults.isEmpty()) {
            return AgentOutcome.rejected(faults);
        }
        if (!request.isAbout(tenant, agent)) {
            return AgentOutcome.refused(ProblemName.AGENT_NOT_RECOGNISED);
        }
        try {
            AgentKey.signerOf(
                    body,
                    signature,
                    keys.ofTenant(tenant).stream()
                            .filter(key -> key.agent().equals(agent) && key.use() == Use.SIGNING && key.isCurrent())
                            .toList());
        } catch (BrokenSealException e) {
            LOG.warnf("An agent's leave was refused: tenant=%s cause=%s", tenant, e.getMessage());
            return AgentOutcome.refused(ProblemName.AGENT_NOT_RECOGNISED);
        }
        putOut(tenant, agent, null);
        return AgentOutcome.done(tenant);
    }
}
