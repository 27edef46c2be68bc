package io.sspr.reset.it;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** What the widget does in a browser. */
public final class CaptchaSolver {
    private CaptchaSolver() {}

    /** The payload for a challenge that the service under test poses now. */
    static String take() {
        return solve(given().get("/api/v1/captcha").as(JsonNode.class));
    }

    /** Tries one number after the other; the payload says which it is. */
    public static String solve(JsonNode challenge) {
        String salt = challenge.get("salt").asText();
        String wanted = challenge.get("challenge").asText();
        int number = 0;
        while (!sha256(salt + number).equals(wanted)) {
            number++;
        }
        JsonObject solution = new JsonObject()
                .put("algorithm", challenge.get("algorithm").asText())
                .put("challenge", wanted)
                .put("number", number)
                .put("salt", salt)
                .put("signature", challenge.get("signature").asText());
        return Base64.getEncoder().encodeToString(solution.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
