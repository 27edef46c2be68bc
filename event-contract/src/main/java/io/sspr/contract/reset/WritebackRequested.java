package io.sspr.contract.reset;

import io.sspr.contract.Person;
import java.time.Instant;
import java.util.UUID;

/** The new password went to the on-premises side, which has until {@code expiresAt} to act. */
public record WritebackRequested(UUID resetId, Person user, UUID requestId, Instant expiresAt) implements ResetFact {}
