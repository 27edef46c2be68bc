package io.sspr.reset.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sspr.contract.seal.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jose4j.jwk.PublicJsonWebKey;

/** An agent with keys of its own, as it speaks over HTTP. */
record PlayedAgent(String name, PublicJsonWebKey encryption, PublicJsonWebKey signing) {
    static PlayedAgent named(String name) {
        return new PlayedAgent(name, Surroundings.rsa(name + "-e"), Surroundings.ec(name + "-s"));
    }

    /** The same one with other keys. */
    PlayedAgent rolled() {
        return new PlayedAgent(
                name, Surroundings.rsa(encryption.getKeyId() + "'"), Surroundings.ec(signing.getKeyId() + "'"));
    }

    Response onboard(String token) {
        return onboard(token, signing);
    }

    Response onboard(String token, PublicJsonWebKey signer) {
        String body = "{\"token\": \"%s\", \"agent\": \"%s\", %s}".formatted(token, name, keys());
        return post("/api/v1/agents", body, signer);
    }

    Response roll(String tenant, PlayedAgent next, Instant now) {
        String body = "{%s, \"issuedAt\": \"%s\"}".formatted(next.keys(), now);
        return post("/api/v1/agents/" + tenant + "/" + name + "/keys", body, signing);
    }

    Response leave(String tenant, Instant now) {
        String body = "{\"tenant\": \"%s\", \"agent\": \"%s\", \"issuedAt\": \"%s\"}".formatted(tenant, name, now);
        return post("/api/v1/agents/" + tenant + "/" + name + "/offboarding", body, signing);
    }

    static Response post(String address, String body, PublicJsonWebKey signer) {
        return given().contentType(ContentType.JSON)
                .header(Signature.HEADER, Signature.sign(body.getBytes(StandardCharsets.UTF_8), signer))
                .body(body)
                .post(address);
    }

    private String keys() {
        return "\"encryptionKey\": %s, \"signingKey\": %s".formatted(encryption.toJson(), signing.toJson());
    }
}
