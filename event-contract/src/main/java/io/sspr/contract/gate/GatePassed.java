package io.sspr.contract.gate;

import io.sspr.contract.Person;
import java.util.UUID;

/** The user proved one method. */
public record GatePassed(UUID resetId, Person user, int gate, String method, int gatesRequired) implements GateFact {}
