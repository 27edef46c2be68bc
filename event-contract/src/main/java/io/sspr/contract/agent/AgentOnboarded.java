package io.sspr.contract.agent;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;
import java.util.List;

/**
 * An agent has exchanged keys with the cloud side, for the first time or once more. Source: R-WB-20, R-AUD-29.
 *
 * @param by who issued the token; null if an import brought the keys
 * @param keys ids of its public keys
 */
public record AgentOnboarded(String agent, Person by, List<String> keys) implements Fact {}
