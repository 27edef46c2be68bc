package io.sspr.contract.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What a sealed secret may be used for. It stands in the authenticated header of the seal, so a secret sealed for one request cannot be moved to
 * another tenant, request, operation or time. Source: R-WB-31a.
 *
 * @param operation what the reader is asked to do with the secret, for example {@code RESET}
 * @param expiresAt from then on the seal does not open; whole seconds
 */
public record SealContext(String tenant, UUID requestId, String operation, Instant expiresAt) {
    public SealContext {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }
}
