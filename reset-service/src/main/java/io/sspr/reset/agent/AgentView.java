package io.sspr.reset.agent;

import io.sspr.contract.agent.AgentHeartbeat.Health;
import java.time.Instant;
import java.util.List;

/**
 * An agent as its administrator sees it. What the last heartbeat says is null before the first one.
 *
 * @param name {@code imported} for keys that an import brought
 * @param detail what is wrong with its configuration; null if nothing is
 * @param keys ids of its current public keys
 * @param onboardedAt when these keys were registered
 */
public record AgentView(
        String name,
        AgentStanding status,
        String version,
        Instant heartbeatAt,
        Health health,
        String detail,
        List<String> keys,
        Instant onboardedAt) {}
