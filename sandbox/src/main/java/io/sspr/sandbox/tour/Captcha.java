package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Does the work that the captcha asks of whoever names an account: finds a number by trying. Source: R-CHK-00. */
final class Captcha {
    private Captcha() {}

    /**
     * What to send along.
     *
     * @param puzzle from {@code /api/v1/captcha}
     * @throws IllegalArgumentException if no number solves it
     */
    static String solve(JsonNode puzzle) {
        ObjectNode solution = puzzle.deepCopy();
        solution.put("number", number(puzzle));
        return Base64.getEncoder().encodeToString(solution.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static long number(JsonNode puzzle) {
        MessageDigest sha256 = sha256();
        byte[] wanted = HexFormat.of().parseHex(puzzle.path("challenge").asText());
        String salt = puzzle.path("salt").asText();
        long most = puzzle.path("maxnumber").asLong();
        for (long number = 0; number <= most; number++) {
            if (MessageDigest.isEqual(sha256.digest((salt + number).getBytes(StandardCharsets.UTF_8)), wanted)) {
                return number;
            }
        }
        throw new IllegalArgumentException("no number up to " + most + " solves this captcha");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
