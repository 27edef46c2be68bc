package io.sspr.reset.agent;

import io.sspr.reset.writeback.AgentStatus;
import io.sspr.reset.writeback.AgentStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows an administrator the tenant's agents and how they stand. Source: R-WB-51, R-UI-03. */
@ApplicationScoped
class DescribeAgents {
    private final AgentKeys keys;
    private final AgentStatuses statuses;
    private final JudgeAgent judge;

    DescribeAgents(AgentKeys keys, AgentStatuses statuses, JudgeAgent judge) {
        this.keys = keys;
        this.statuses = statuses;
        this.judge = judge;
    }

    @Transactional
    AgentsView describe(String tenant) {
        List<AgentStatus> heartbeats = statuses.of(tenant);
        Map<String, List<AgentKey>> byAgent = keys.ofTenant(tenant).stream()
                .filter(AgentKey::isCurrent)
                .collect(Collectors.groupingBy(AgentKey::agent, TreeMap::new, Collectors.toList()));
        List<AgentView> agents = byAgent.entrySet().stream()
                .map(agent -> view(agent.getKey(), agent.getValue(), heartbeat(agent.getKey(), byAgent, heartbeats)))
                .toList();
        return new AgentsView(
                agents.stream()
                        .map(AgentView::status)
                        .min(Comparator.naturalOrder())
                        .orElse(AgentStanding.NOT_CONFIGURED),
                agents);
    }

    /** That of the agent's own name; for imported keys the newest of a name that no agent is registered under. */
    private static Optional<AgentStatus> heartbeat(
            String agent, Map<String, List<AgentKey>> byAgent, List<AgentStatus> heartbeats) {
        boolean nameless = agent.equals(AgentKey.IMPORTED);
        return heartbeats.stream()
                .filter(beat -> nameless
                        ? !byAgent.containsKey(beat.agent()) || beat.agent().equals(agent)
                        : beat.agent().equals(agent))
                .max(Comparator.comparing(AgentStatus::heartbeatAt));
    }

    private AgentView view(String agent, List<AgentKey> current, Optional<AgentStatus> heartbeat) {
        return new AgentView(
                agent,
                judge.judge(heartbeat),
                heartbeat.map(AgentStatus::version).orElse(null),
                heartbeat.map(AgentStatus::heartbeatAt).orElse(null),
                heartbeat.map(AgentStatus::health).orElse(null),
                heartbeat.map(AgentStatus::detail).orElse(null),
                current.stream().map(AgentKey::kid).toList(),
                current.stream()
                        .map(AgentKey::registeredAt)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }
}
