package io.sspr.contract.agent;

import io.sspr.contract.Fact;
import io.sspr.contract.Person;
import java.time.Instant;

/** An administrator may now let one agent in. Source: R-WB-20. */
public record OnboardingTokenIssued(Person by, Instant expiresAt) implements Fact {}
