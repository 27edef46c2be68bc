package io.sspr.contract.gate;

import io.sspr.contract.Person;
import java.util.UUID;

/** The typed number is not the one on file; nothing was sent. Source: R-PHN-05. */
public record PhoneNumberMismatched(UUID resetId, Person user, int gate, String method) implements GateFact {}
