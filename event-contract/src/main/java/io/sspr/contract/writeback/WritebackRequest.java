package io.sspr.contract.writeback;

import io.sspr.contract.Request;
import io.sspr.contract.seal.SealContext;
import java.time.Instant;
import java.util.UUID;

/**
 * Asks a tenant's agent to set the on-premises password of one account and to unlock it. Signed by reset-service.
 *
 * @param cloudAnchor the immutable id that ties the account to exactly one on-premises object; base64 of its bytes
 * @param sealedPassword the new password, sealed to the agent for {@link #sealContext()}
 */
public record WritebackRequest(
        UUID requestId,
        String tenant,
        Operation operation,
        String cloudAnchor,
        String sealedPassword,
        Instant expiresAt)
        implements Request {
    /** What to do with the password. */
    public enum Operation {
        /** Set a new password without knowing the former one, and unlock. */
        RESET
    }

    /** What the password is sealed for. */
    public SealContext sealContext() {
        return new SealContext(tenant, requestId, operation.name(), expiresAt);
    }
}
