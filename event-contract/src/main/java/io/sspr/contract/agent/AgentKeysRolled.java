package io.sspr.contract.agent;

import io.sspr.contract.Fact;
import java.util.List;

/**
 * An agent has replaced its keys; for a day the former ones still open what was under way. Source: R-WB-24.
 *
 * @param keys ids of its new public keys
 */
public record AgentKeysRolled(String agent, List<String> keys) implements Fact {}
