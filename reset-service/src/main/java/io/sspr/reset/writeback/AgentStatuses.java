package io.sspr.reset.writeback;

import io.sspr.contract.agent.AgentHeartbeat;
import io.sspr.contract.agent.AgentHeartbeat.Health;
import io.sspr.reset.ResetConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The last heartbeat of every agent. Source: R-WB-22. */
@ApplicationScoped
public class AgentStatuses {
    private final EntityManager entityManager;
    private final Clock clock;
    private final ResetConfig config;

    AgentStatuses(EntityManager entityManager, Clock clock, ResetConfig config) {
        this.entityManager = entityManager;
        this.clock = clock;
        this.config = config;
    }

    /** What a tenant's agents can do right now; one that works is enough. */
    public AgentReachability reachability(String tenant) {
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
