package io.sspr.agent.request;

import io.sspr.agent.AgentConfig;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.key.KeyRing;
import io.sspr.contract.Message;
import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.Signature;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;

/**
 * Decides whether a request comes from reset-service, is meant for this agent's tenant and is complete. The signature
 * covers the body; of the headers only the tenant is compared with it, and the rest decides nothing but where the
 * answer goes. Source: R-EVT-32003, R-EVT-32008.
 */
@ApplicationScoped
class VerifyRequest {
    private final KeyRing keys;
    private final String tenant;

    VerifyRequest(KeyRing keys, AgentConfig config) {
        this.keys = keys;
        this.tenant = config.tenant();
    }

    /** Why the request must not be carried out; empty if it is genuine. */
    Optional<Refusal> verify(Message<WritebackRequest> message, byte[] signature, byte[] body) {
        try {
            Signature.verify(signature, body, keys.resetService());
        } catch (BrokenSealException e) {
            return Optional.of(Refusal.of(WritebackVerdict.NOT_AUTHENTIC)
                    .with("signature", e.fault().name()));
        }
        WritebackRequest request = message.event();
        if (!tenant.equals(request.tenant()) || !tenant.equals(message.tenant())) {
            return Optional.of(Refusal.of(WritebackVerdict.NOT_AUTHENTIC).with("tenant", "OTHER"));
        }
        return isComplete(request) ? Optional.empty() : Optional.of(Refusal.of(WritebackVerdict.INVALID_REQUEST));
    }

    private static boolean isComplete(WritebackRequest request) {
        return request.operation() != null
                && request.expiresAt() != null
                && isAnchor(request.cloudAnchor())
                && hasItsPasswords(request);
    }

    private static boolean hasItsPasswords(WritebackRequest request) {
        return switch (request.operation()) {
            case RESET, RESET_BY_ADMIN, VERIFY -> request.sealedPassword() != null;
            case CHANGE -> request.sealedPassword() != null && request.sealedCurrentPassword() != null;
            case UNLOCK -> true;
        };
    }

    private static boolean isAnchor(String text) {
        try {
            return text != null && Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
