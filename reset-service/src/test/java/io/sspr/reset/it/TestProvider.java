package io.sspr.reset.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider: it publishes its address and its key, and signs what it is told to. */
final class TestProvider {
    static final String AUDIENCE = "password-reset";

    private final PublicJsonWebKey key = Surroundings.rsa("provider");
    private final HttpServer server = bound();
    private volatile boolean isDown;

    void start() {
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(exchange, "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, new JsonWebKeySet(key).toJson()));
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    void goDown() {
        isDown = true;
    }

    void comeUp() {
        isDown = false;
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What every good access token says, of somebody with this name. */
    JwtClaims claims(String name) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(AUDIENCE);
        claims.setSubject("subject-at-the-provider");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setClaim("preferred_username", name);
        return claims;
    }

    String sign(JwtClaims claims) {
        return sign(claims, key, "RS256");
    }

    static String sign(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(algorithm);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(isDown ? 503 : 200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static HttpServer bound() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
