package io.sspr.contract.writeback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.Request;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * Asks a tenant's agent to do something with the on-premises account of one user. Signed by reset-service.
 *
 * @param cloudAnchor the immutable id that ties the account to exactly one on-premises object; base64 of its bytes
 * @param sealedPassword the password that the operation is about, sealed to the agent for {@link #sealContext()}: the new one, or the one to be
 *     verified; null for an unlock
 * @param sealedCurrentPassword the password that a change replaces, sealed to the agent for {@link #currentPasswordContext()}; null for all else
 * @param requestedAt when the user or administrator asked: a password that was set later is newer, and must stay. Null in requests of writers that
 *     do not say so
 * @param mustChange whether the new password is good for one sign-in only, at which it has to be changed; null or false if not. Source: R-WB-45
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WritebackRequest(
        UUID requestId,
        String tenant,
        Operation operation,
        String cloudAnchor,
        String sealedPassword,
        String sealedCurrentPassword,
        Instant requestedAt,
        Instant expiresAt,
        Boolean mustChange)
        implements Request {

    /** What the agent is asked for. */
    public enum Operation {
        /** Set a new password without knowing the former one, and unlock. */
        RESET,
        /** Unlock and keep the password. Source: R-WB-34. */
        UNLOCK,
        /** As {@link #RESET}, asked for by an administrator on behalf of the user. Source: R-WB-42. */
        RESET_BY_ADMIN,
        /** Set a new password as a user who knows the current one. Source: R-CHG-01. */
        CHANGE,
        /** Tell whether a password is the account's password: a sign-in, which changes nothing. */
        VERIFY
    }

    /** A request with no current password, that is, any but a change. */
    public WritebackRequest(
            UUID requestId,
            String tenant,
            Operation operation,
            String cloudAnchor,
            String sealedPassword,
            Instant expiresAt) {
        this(requestId, tenant, operation, cloudAnchor, sealedPassword, null, null, expiresAt, null);
    }

    /** A request that holds no password yet. An unlock is complete. */
    public static WritebackRequest of(
            Operation operation, UUID requestId, String tenant, String cloudAnchor, Instant expiresAt) {
        return new WritebackRequest(requestId, tenant, operation, cloudAnchor, null, expiresAt);
    }

    /** The same request, asked for at that time. */
    public WritebackRequest askedForAt(Instant when) {
        return new WritebackRequest(
                requestId,
                tenant,
                operation,
                cloudAnchor,
                sealedPassword,
                sealedCurrentPassword,
                when,
                expiresAt,
                mustChange);
    }

    /** The same request for a password that has to be changed at the next sign-in. */
    public WritebackRequest toBeChangedAtNextSignIn() {
        return new WritebackRequest(
                requestId,
                tenant,
                operation,
                cloudAnchor,
                sealedPassword,
                sealedCurrentPassword,
                requestedAt,
                expiresAt,
                true);
    }

    /** The same request with the new password of a reset or change, or the one to be verified, sealed for it to each of the tenant's agents. */
    public WritebackRequest withPassword(Secret password, Collection<? extends PublicJsonWebKey> agentsKeys) {
        return new WritebackRequest(
                requestId,
                tenant,
                operation,
                cloudAnchor,
                Seal.seal(password, sealContext(), agentsKeys),
                sealedCurrentPassword,
                requestedAt,
                expiresAt,
                mustChange);
    }

    /** As above, for a tenant with a single agent. */
    public WritebackRequest withPassword(Secret password, PublicJsonWebKey agentsKey) {
        return withPassword(password, List.of(agentsKey));
    }

    /** The same request with the password that a change replaces, sealed for it to each of the tenant's agents. */
    public WritebackRequest withCurrentPassword(Secret password, Collection<? extends PublicJsonWebKey> agentsKeys) {
        return new WritebackRequest(
                requestId,
                tenant,
                operation,
                cloudAnchor,
                sealedPassword,
                Seal.seal(password, currentPasswordContext(), agentsKeys),
                requestedAt,
                expiresAt,
                mustChange);
    }

    /** As above, for a tenant with a single agent. */
    public WritebackRequest withCurrentPassword(Secret password, PublicJsonWebKey agentsKey) {
        return withCurrentPassword(password, List.of(agentsKey));
    }

    /** Whether the new password has to be changed at the next sign-in. */
    @JsonIgnore
    public boolean isToBeChanged() {
        return Boolean.TRUE.equals(mustChange);
    }

    /** The bytes of {@link #cloudAnchor}. */
    public byte[] anchor() {
        return Base64.getDecoder().decode(cloudAnchor);
    }

    /** Whether it is too late to act on the request. Source: R-WB-31f. */
    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** What {@link #sealedPassword} is sealed for. */
    public SealContext sealContext() {
        return new SealContext(tenant, requestId, operation.name(), expiresAt);
    }

    /** What {@link #sealedCurrentPassword} is sealed for: not the same, so that the two cannot be swapped. */
    public SealContext currentPasswordContext() {
        return new SealContext(tenant, requestId, operation.name() + "_CURRENT", expiresAt);
    }
}
