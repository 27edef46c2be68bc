package io.sspr.reset.agent;

import io.sspr.contract.Person;
import io.sspr.contract.agent.AgentOnboarded;
import io.sspr.reset.agent.AgentKey.Use;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.writeback.AgentStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;

/** Gives an agent its keys, in place of all that it had: those are void at once, since whoever begins anew may have lost them. Source: R-WB-20. */
@ApplicationScoped
public class RegisterAgent {
    /** A password is sealed to each of them, and all seals together have to stay below the 16 KiB that a message may have. Source: R-WB-31d. */
    static final int MAX_AGENTS = 6;

    private final AgentKeys keys;
    private final AgentStatuses statuses;
    private final AgentFacts facts;
    private final Clock clock;

    RegisterAgent(AgentKeys keys, AgentStatuses statuses, AgentFacts facts, Clock clock) {
        this.keys = keys;
        this.statuses = statuses;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Why the tenant's other agents do not leave room for this one; empty if they do.
     *
     * @param within what to put before the names of the fields
     */
    public List<Fault> conflicts(String tenant, String agent, PublicKeys wanted, String within) {
        List<AgentKey> others = keys.ofTenant(tenant).stream()
                .filter(key -> !key.agent().equals(agent))
                .toList();
        List<Fault> faults = new ArrayList<>();
        if (others.stream().map(AgentKey::agent).distinct().count() >= MAX_AGENTS) {
            faults.add(new Fault(within + "encryptionKey", "agent.tooMany"));
        }
        faults.addAll(taken(others, wanted, within));
        return faults;
    }

    static List<Fault> taken(List<AgentKey> others, PublicKeys wanted, String within) {
        List<Fault> faults = new ArrayList<>();
        if (isTaken(others, Use.ENCRYPTION, wanted.encryption())) {
            faults.add(new Fault(within + "encryptionKey", "agent.keyTaken"));
        }
        if (isTaken(others, Use.SIGNING, wanted.signing())) {
            faults.add(new Fault(within + "signingKey", "agent.keyTaken"));
        }
        return faults;
    }

    private static boolean isTaken(List<AgentKey> others, Use use, PublicJsonWebKey wanted) {
        return others.stream().anyMatch(key -> key.use() == use && key.kid().equals(wanted.getKeyId()));
    }

    /**
     * Stores keys that an import brought; the same ones once more change nothing.
     *
     * @param by the administrator who imported them; null at the set-up
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void imported(String tenant, PublicKeys brought, Person by) {
        List<AgentKey> known = keys.ofTenant(tenant).stream()
                .filter(key -> key.agent().equals(AgentKey.IMPORTED))
                .toList();
        if (!brought.are(known)) {
            register(tenant, AgentKey.IMPORTED, brought, by);
        }
    }

    /**
     * Stores the keys of an agent that {@link #conflicts} with no other.
     *
     * @param by who let it in; null if that was the set-up
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void register(String tenant, String agent, PublicKeys wanted, Person by) {
        keys.remove(tenant, agent);
        statuses.forgetUnregistered(tenant);
        keys.add(wanted.registered(tenant, agent, clock.instant()));
        facts.add(tenant, new AgentOnboarded(agent, by, wanted.ids()));
    }
}
