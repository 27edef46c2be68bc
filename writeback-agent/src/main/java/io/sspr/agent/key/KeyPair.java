package io.sspr.agent.key;

import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/**
 * The two private keys that an agent holds at one time. Each is named by its thumbprint (RFC 7638). Source: R-WB-31a.
 *
 * @param encryption RSA, 2048 bits: opens what was sealed to this agent
 * @param signing EC on P-256: signs what this agent says
 * @param madeAt its age decides when it is replaced
 */
public record KeyPair(PublicJsonWebKey encryption, PublicJsonWebKey signing, Instant madeAt) {
    private static final int RSA_BITS = 2048;

    /** @throws JoseException if this Java installation cannot make such keys (32010) */
    public static KeyPair made(Instant now) throws JoseException {
        return new KeyPair(
                named(RsaJwkGenerator.generateJwk(RSA_BITS)),
                named(EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                now);
    }

    /** Names of both keys. */
    public List<String> ids() {
        return List.of(encryption.getKeyId(), signing.getKeyId());
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key) {
        key.setKeyId(key.calculateBase64urlEncodedThumbprint(HashUtil.SHA_256));
        return key;
    }
}
