package io.sspr.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Access tokens that must not be taken, made from a good one. */
final class Tokens {
    private static final long LONG_AGO =
            Instant.now().minus(Duration.ofHours(1)).getEpochSecond();

    private Tokens() {}

    /**
     * By what is wrong with them.
     *
     * @param good a token that is taken
     * @param signingKey file with the key that signed it
     */
    static Map<String, String> spoilt(String good, Path signingKey) {
        PublicJsonWebKey right = key(signingKey);
        ObjectNode claims = claims(good);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("garbage", "garbage");
        tokens.put("three empty parts", "..");
        tokens.put("cut off", good.substring(0, good.length() - 8));
        tokens.put("expired", signed(expired(claims), right.getKeyId(), right.getPrivateKey()));
        tokens.put("signed by somebody else", signed(claims, right.getKeyId(), anotherKey()));
        tokens.put(
                "of another issuer",
                signed(claims.deepCopy().put("iss", "x"), right.getKeyId(), right.getPrivateKey()));
        tokens.put("unsigned", base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims.toString()) + ".");
        tokens.put("with more roles than were signed", withMoreRoles(good, claims));
        return tokens;
    }

    private static ObjectNode expired(ObjectNode claims) {
        return claims.deepCopy().put("iat", LONG_AGO - 600).put("exp", LONG_AGO);
    }

    private static String withMoreRoles(String good, ObjectNode claims) {
        ObjectNode more = claims.deepCopy();
        more.withArray("groups").add("Global Administrator").add("Reports Reader");
        String[] parts = good.split("\\.");
        return parts[0] + "." + base64(more.toString()) + "." + parts[2];
    }

    private static ObjectNode claims(String token) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        try {
            JsonNode claims = RawHttp.JSON.readTree(json);
            return (ObjectNode) claims;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signed(JsonNode claims, String keyId, PrivateKey key) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toString());
        token.setAlgorithmHeaderValue("ES256");
        token.setHeader("typ", "JWT");
        token.setKeyIdHeaderValue(keyId);
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the key of the sandbox cannot sign", e);
        }
    }

    private static PublicJsonWebKey key(Path file) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(file + " is no key", e);
        }
    }

    private static PrivateKey anotherKey() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey();
        } catch (JoseException e) {
            throw new IllegalStateException("every Java runtime has P-256", e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
