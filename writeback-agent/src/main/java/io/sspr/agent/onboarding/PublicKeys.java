package io.sspr.agent.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.agent.key.KeyPair;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Public keys as the two sides tell them to each other. */
final class PublicKeys {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String P256 = "P-256";

    private PublicKeys() {}

    /** A body with the public halves of a pair. */
    static ObjectNode of(KeyPair pair) {
        ObjectNode body = JSON.createObjectNode();
        body.set("encryptionKey", json(pair.encryption()));
        body.set("signingKey", json(pair.signing()));
        return body;
    }

    static ObjectNode none() {
        return JSON.createObjectNode();
    }

    /** Empty unless it is a public key on P-256 with a name. */
    static Optional<PublicJsonWebKey> signing(JsonNode json) {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(json.toString());
            boolean fits = key instanceof EllipticCurveJsonWebKey curve
                    && P256.equals(curve.getCurveName())
                    && key.getPrivateKey() == null
                    && key.getKeyId() != null;
            return fits ? Optional.of(key) : Optional.empty();
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private static JsonNode json(PublicJsonWebKey key) {
        try {
            return JSON.readTree(key.toJson(OutputControlLevel.PUBLIC_ONLY));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JWK is JSON", e);
        }
    }
}
