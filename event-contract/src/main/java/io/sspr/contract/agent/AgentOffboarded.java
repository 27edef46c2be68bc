package io.sspr.contract.agent;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;

/**
 * An agent's keys are worth nothing any more. Source: R-WB-25, R-AUD-29.
 *
 * @param by the administrator who put it out; null if the agent itself took its leave
 */
public record AgentOffboarded(String agent, Person by) implements Fact {}
