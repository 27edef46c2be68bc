package io.sspr.contract.agent;

import io.sspr.contract.Fact;
import io.sspr.contract.seal.BrokenSealException;
import java.util.UUID;

/**
 * Somebody put a message on an agent's topic that no agent of the tenant has signed. It was passed over. Source: R-EVT-32008.
 *
 * @param topic where it lay
 * @param message its id, as it says
 * @param fault what is wrong with its signature
 */
public record MessageDistrusted(String topic, UUID message, BrokenSealException.Fault fault) implements Fact {}
