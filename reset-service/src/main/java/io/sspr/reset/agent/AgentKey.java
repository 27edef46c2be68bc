package io.sspr.reset.agent;

import io.sspr.contract.seal.BrokenSealException;
import io.sspr.contract.seal.BrokenSealException.Fault;
import io.sspr.contract.seal.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * A public key of one of a tenant's agents. Source: R-WB-20, R-WB-24.
 *
 * @param agent the agent's name, or {@link #IMPORTED}
 * @param retiredAt when a newer one took its place; null as long as it is current
 */
public record AgentKey(
        String tenant, String agent, Use use, PublicJsonWebKey jwk, Instant registeredAt, Instant retiredAt) {
    /** Whose keys came with an import, which names no agent: they speak for every name. */
    public static final String IMPORTED = "imported";

    /** How long a retired signing key is believed, for what was under way. */
    static final Duration BELIEVED_AFTER_RETIREMENT = Duration.ofHours(24);

    /** What a key is for. */
    public enum Use {
        /** Passwords are sealed to it. */
        ENCRYPTION,
        /** Proves the agent's messages. */
        SIGNING
    }

    public String kid() {
        return jwk.getKeyId();
    }

    boolean isCurrent() {
        return retiredAt == null;
    }

    /** Whether what is signed with it is to be believed at {@code now}. */
    boolean provesMessagesAt(Instant now) {
        return use == Use.SIGNING && (isCurrent() || now.isBefore(retiredAt.plus(BELIEVED_AFTER_RETIREMENT)));
    }

    /** Whether a message that was signed with this key may come from an agent of that name. */
    public boolean speaksFor(String name) {
        return agent.equals(name) || agent.equals(IMPORTED);
    }

    /** Whether this is {@code other}, and not only called so. */
    boolean isSameAs(Use otherUse, PublicJsonWebKey other) {
        return use == otherUse
                && kid().equals(other.getKeyId())
                && jwk.getPublicKey().equals(other.getPublicKey());
    }

    /**
     * The one of {@code keys} with which these bytes were signed, by the id that the signature names.
     *
     * @throws BrokenSealException if it was none of them
     */
    static AgentKey signerOf(byte[] body, byte[] signature, Collection<AgentKey> keys) throws BrokenSealException {
        BrokenSealException failure = BrokenSealException.unknownWriter();
        for (AgentKey key : keys) {
            try {
                Signature.verify(signature, body, key.jwk);
                return key;
            } catch (BrokenSealException e) {
                // That it was another agent's key says less than that this one's signature does not hold.
                failure = e.fault() == Fault.KEY_MISMATCH ? failure : e;
            }
        }
        throw failure;
    }
}
