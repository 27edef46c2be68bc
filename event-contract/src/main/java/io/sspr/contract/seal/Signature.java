package io.sspr.contract.seal;

import io.sspr.contract.seal.BrokenSealException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A detached JWS (ES256, RFC 7515 appendix F) over the bytes of a message's body. It travels in the header {@value #HEADER} and lets the reader
 * know that a result comes from the agent and a request from reset-service, and not from somebody who can merely write to the topic. Stateless and
 * thread-safe.
 */
public final class Signature {
    /** The record header that holds the signature. */
    public static final String HEADER = "signature";

    private static final String TYPE = "sspr-message";

    private Signature() {}

    public static String sign(byte[] body, PublicJsonWebKey ownKey) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(ownKey.getKeyId());
        jws.setHeader("typ", TYPE);
        jws.setPayloadBytes(body);
        jws.setKey(ownKey.getPrivateKey());
        try {
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the key " + ownKey.getKeyId() + " cannot sign", e);
        }
    }

    /** @throws BrokenSealException if the signature is absent, of another key, or not of these bytes */
    public static void verify(byte[] signature, byte[] body, PublicJsonWebKey writersKey) throws BrokenSealException {
        if (signature == null || body == null) {
            throw new BrokenSealException(Fault.NOT_AUTHENTIC, "the message is not signed");
        }
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(
                ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
        try {
            jws.setCompactSerialization(new String(signature, StandardCharsets.US_ASCII));
            jws.setEncodedPayload(Base64Url.encode(body));
            jws.setKey(writersKey.getPublicKey());
            if (!Objects.equals(jws.getKeyIdHeaderValue(), writersKey.getKeyId())) {
                throw new BrokenSealException(Fault.KEY_MISMATCH, "the message was signed with another key");
            }
            if (!TYPE.equals(jws.getHeader("typ")) || !jws.verifySignature()) {
                throw new BrokenSealException(Fault.NOT_AUTHENTIC, "the signature is not of this message");
            }
        } catch (JoseException e) {
            throw new BrokenSealException(Fault.NOT_AUTHENTIC, "the signature cannot be read");
        }
    }
}
