package io.sspr.contract.gate;

import io.sspr.contract.Person;
import java.util.UUID;

/** A one-time code is on its way to the user; what becomes of it is told by the delivery with the id {@code challengeId}. */
public record CodeRequested(UUID resetId, Person user, UUID challengeId, int gate, String method) implements GateFact {}
