package io.sspr.reset.gate;

import io.sspr.contract.seal.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;

/** A six-digit code that proves that the user reads the phone or mailbox it was sent to. Source: R-PHN-10, R-PHN-11, R-EML-02. */
public final class OneTimeCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BOUND = 1_000_000;

    private OneTimeCode() {}

    static Secret random() {
        return Secret.of("%06d".formatted(RANDOM.nextInt(BOUND)));
    }

    /** What is stored: useless without the key, and bound to the challenge so that it fits no other one. */
    static byte[] hash(Secret code, UUID challenge, Key key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(challenge.toString().getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(code.reveal().strip().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the code key cannot hash", e);
        }
    }

    /** Compares in constant time. */
    public static boolean matches(Secret typed, UUID challenge, Key key, byte[] hash) {
        return MessageDigest.isEqual(hash(typed, challenge, key), hash);
    }
}
