package io.sspr.sandbox.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** A password that can be recognised but not read. One round of SHA-256 is enough for a sandbox, and only for that. */
final class SaltedHash {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt = new byte[16];
    private final byte[] digest;

    SaltedHash(String password) {
        RANDOM.nextBytes(salt);
        digest = digest(password);
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(digest, digest(password));
    }

    private byte[] digest(String password) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return sha256.digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
