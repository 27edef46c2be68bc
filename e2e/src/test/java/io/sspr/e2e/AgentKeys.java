package io.sspr.e2e;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The public keys of an agent that exists in requests only. */
final class AgentKeys {
    /** As members of a JSON object. */
    static final String MEMBERS;

    static {
        try {
            MEMBERS = "\"encryptionKey\": " + publicHalf(RsaJwkGenerator.generateJwk(2048), "e2e-encryption")
                    + ", \"signingKey\": " + publicHalf(EcJwkGenerator.generateJwk(EllipticCurves.P256), "e2e-signing");
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private AgentKeys() {}

    private static String publicHalf(PublicJsonWebKey key, String id) {
        key.setKeyId(id);
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
