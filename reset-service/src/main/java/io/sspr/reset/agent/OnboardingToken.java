package io.sspr.reset.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * What an administrator gives to one agent, so that it is let in. Kept as a hash only.
 *
 * @param token 256 random bits in base64url, so that guessing is hopeless
 */
public record OnboardingToken(String token, String tenant, Instant expiresAt) {
    private static final int BYTES = 32;

    static OnboardingToken random(String tenant, Instant expiresAt) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new OnboardingToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), tenant, expiresAt);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** A token would be a secret in the log. */
    @Override
    public String toString() {
        return "OnboardingToken[tenant=" + tenant + ", expiresAt=" + expiresAt + "]";
    }
}
