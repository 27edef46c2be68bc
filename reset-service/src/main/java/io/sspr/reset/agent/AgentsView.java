package io.sspr.reset.agent;

import java.util.List;

/**
 * A tenant's connection to its own servers.
 *
 * @param status as the best of the agents; NOT_CONFIGURED without any
 * @param agents by name
 */
public record AgentsView(AgentStanding status, List<AgentView> agents) {}
