package io.sspr.audit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Access tokens as reset-service issues them, and the published key with which others check them. */
final class Tokens {
    private static final String ISSUER = "sspr-reset-service";

    private final EllipticCurveJsonWebKey key = newKey();

    /** Publishes the key until the tests end. */
    void publish(int port) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys =
                ("{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}").getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String reader(String tenant) {
        return token(tenant, "Reports Reader", true);
    }

    String token(String tenant, String role, boolean licensed) {
        JwtClaims claims = claims(ISSUER, role, 5);
        claims.setStringClaim("tenant", tenant);
        claims.setClaim("licensed", licensed);
        return sign(claims, key);
    }

    String withoutTenant() {
        return sign(claims(ISSUER, "Reports Reader", 5), key);
    }

    /** What opens nothing: expired, of another issuer, signed by somebody else, not signed, no token at all. */
    List<String> invalid() {
        JwtClaims claims = claims(ISSUER, "Global Administrator", 5);
        claims.setStringClaim("tenant", "contoso");
        String valid = sign(claims, key);
        return List.of(
                sign(claims(ISSUER, "Global Administrator", -5), key),
                sign(claims("somebody-else", "Global Administrator", 5), key),
                sign(claims, newKey()),
                valid.substring(0, valid.lastIndexOf('.') + 1),
                "nonsense");
    }

    private static JwtClaims claims(String issuer, String role, int minutes) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject("admin@contoso.example");
        claims.setIssuedAtToNow();
        NumericDate expiry = NumericDate.now();
        expiry.addSeconds(minutes * 60L);
        claims.setExpirationTime(expiry);
        claims.setGeneratedJwtId();
        claims.setStringListClaim("groups", List.of(role));
        return claims;
    }

    private static String sign(JwtClaims claims, EllipticCurveJsonWebKey key) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", "JWT");
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EllipticCurveJsonWebKey newKey() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("reset-signing-test");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
