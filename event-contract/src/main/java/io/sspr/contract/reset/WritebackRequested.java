package io.sspr.contract.reset;

import io.sspr.contract.Person;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import java.time.Instant;
import java.util.UUID;

/**
 * The on-premises side was asked to act, and has until {@code expiresAt} to do so.
 *
 * @param operation what for: {@code RESET} sets a new password, {@code UNLOCK} keeps the old one
 */
public record WritebackRequested(UUID resetId, Person user, UUID requestId, Operation operation, Instant expiresAt)
        implements ResetFact {}
