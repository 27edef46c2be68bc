package io.sspr.reset.writeback;

import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.agent.AgentKey;
import io.sspr.reset.agent.AgentKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The last heartbeat of every agent that has exchanged keys. Source: R-WB-22, R-WB-25. */
@ApplicationScoped
public class AgentStatuses {
    private final EntityManager entityManager;
    private final AgentKeys keys;
    private final Clock clock;
    private final ResetConfig config;

    AgentStatuses(EntityManager entityManager, AgentKeys keys, Clock clock, ResetConfig config) {
        this.entityManager = entityManager;
        this.keys = keys;
        this.clock = clock;
        this.config = config;
    }

    /** What a tenant's agents can do right now; one that works is enough. */
    public AgentReachability reachability(String tenant) {
        if (!keys.isOnboarded(tenant)) {
            return AgentReachability.NOT_ONBOARDED;
        }
        List<?> healths = entityManager
                .createNativeQuery(
                        "select health from agent_status where tenant_id = :tenant and heartbeat_at > :oldest")
                .setParameter("tenant", tenant)
                .setParameter("oldest", clock.instant().minus(config.agent().staleAfter()))
                .getResultList();
        if (healths.isEmpty()) {
            return AgentReachability.UNREACHABLE;
        }
        return healths.contains(Health.HEALTHY.name()) ? AgentReachability.READY : AgentReachability.MISCONFIGURED;
    }

    /** What all agents of a tenant last said of themselves. */
    public List<AgentStatus> of(String tenant) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select agent, version, cast(extract(epoch from heartbeat_at) * 1000 as bigint), health, detail"
                                + " from agent_status where tenant_id = :tenant")
                .setParameter("tenant", tenant)
                .getResultList();
        return rows.stream().map(row -> read((Object[]) row)).toList();
    }

    private static AgentStatus read(Object[] row) {
        return new AgentStatus(
                row[0].toString(),
                row[1].toString(),
                Instant.ofEpochMilli(((Number) row[2]).longValue()),
                Health.valueOf(row[3].toString()),
                row[4] == null ? null : row[4].toString());
    }

    /** Forgets agents that have no keys any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetUnregistered(String tenant) {
        entityManager
                .createNativeQuery("delete from agent_status where tenant_id = :tenant and not exists"
                        + " (select 1 from agent_key where agent_key.tenant_id = agent_status.tenant_id"
                        + " and agent_key.agent in (agent_status.agent, :nameless))")
                .setParameter("tenant", tenant)
                .setParameter("nameless", AgentKey.IMPORTED)
                .executeUpdate();
    }

    /** Keeps a heartbeat unless a newer one of the same agent is known. */
    @Transactional
    void record(String tenant, AgentHeartbeat heartbeat) {
        entityManager
                .createNativeQuery("insert into agent_status (tenant_id, agent, version, heartbeat_at, health, detail)"
                        + " values (:tenant, :agent, :version, :at, :health, :detail)"
                        + " on conflict (tenant_id, agent) do update set version = excluded.version,"
                        + " heartbeat_at = excluded.heartbeat_at, health = excluded.health, detail = excluded.detail"
                        + " where agent_status.heartbeat_at < excluded.heartbeat_at")
                .setParameter("tenant", tenant)
                .setParameter("agent", heartbeat.agent())
                .setParameter("version", heartbeat.version())
                .setParameter("at", heartbeat.sentAt())
                .setParameter("health", heartbeat.health().name())
                .setParameter("detail", heartbeat.detail())
                .executeUpdate();
    }
}
