package io.sspr.reset.writeback;

import io.sspr.contract.agent.AgentHeartbeat.Health;
import java.time.Instant;

/**
 * What an agent's last heartbeat said.
 *
 * @param detail what is wrong with its configuration; null if healthy
 */
public record AgentStatus(String agent, String version, Instant heartbeatAt, Health health, String detail) {}
