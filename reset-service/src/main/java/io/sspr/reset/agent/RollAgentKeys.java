package io.sspr.reset.agent;

import io.sspr.contract.agent.AgentKeysRolled;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.ProblemName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Replaces an agent's keys by new ones, which its current signing key vouches for. From now on passwords are sealed to the new one only; what the former
 * one signs is believed for 24 hours more. A repetition changes nothing. Source: R-WB-24.
 */
@ApplicationScoped
class RollAgentKeys {
    private static final Logger LOG = Logger.getLogger(RollAgentKeys.class);

    private final AgentKeys keys;
    private final Tenants tenants;
    private final AgentFacts facts;
    private final Clock clock;

    RollAgentKeys(AgentKeys keys, Tenants tenants, AgentFacts facts, Clock clock) {
        this.keys = keys;
        this.tenants = tenants;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Judges a request.
     *
     * @param body the request as it came
     * @param signature over {@code body}; null without one
     */
    @Transactional
    AgentOutcome roll(String tenant, String agent, KeysRequest request, byte[] body, byte[] signature) {
        Instant now = clock.instant();
        List<Fault> faults = request.faultsAt(now);
        if (!faults.isEmpty()) {
            return AgentOutcome.rejected(faults);
        }
        tenants.lock(tenant);
        List<AgentKey> known = keys.ofTenant(tenant);
        List<AgentKey> own =
                known.stream().filter(key -> key.agent().equals(agent)).toList();
        PublicKeys wanted = request.keys();
        try {
            AgentKey signer = AgentKey.signerOf(
                    body,
                    signature,
                    own.stream().filter(key -> key.provesMessagesAt(now)).toList());
            if (wanted.are(own.stream().filter(AgentKey::isCurrent).toList())) {
                return AgentOutcome.done(tenant);
            }
            if (!signer.isCurrent()) {
                return AgentOutcome.refused(ProblemName.AGENT_NOT_RECOGNISED);
            }
        } catch (BrokenSealException e) {
            LOG.warnf("New keys of an agent were refused: tenant=%s cause=%s", tenant, e.getMessage());
            return AgentOutcome.refused(ProblemName.AGENT_NOT_RECOGNISED);
        }
        List<Fault> taken = RegisterAgent.taken(known, wanted, "");
        if (!taken.isEmpty()) {
            return AgentOutcome.rejected(taken);
        }
        keys.retire(tenant, agent, now);
        keys.add(wanted.registered(tenant, agent, now));
        facts.add(tenant, new AgentKeysRolled(agent, wanted.ids()));
        return AgentOutcome.done(tenant);
    }
}
