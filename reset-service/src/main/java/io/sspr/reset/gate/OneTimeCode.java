package io.sspr.reset.gate;

import io.sspr.contract.seal.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.UUID;
import javax.crypto.Mac;

/** A six-digit code that proves that the user reads the phone or mailbox it was sent to. Source: R-PHN-10, R-PHN-11, R-EML-02. */
public final class OneTimeCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BOUND = 1_000_000;
    private static final int LONGEST_ENTRY = 32;

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
            return mac.doFinal(code.reveal().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the code key cannot hash", e);
        }
    }

    /** Whether that is the code; spaces and the width of digits do not matter. Compares in constant time. */
    public static boolean matches(Secret typed, UUID challenge, Key key, byte[] hash) {
        return MessageDigest.isEqual(hash(digits(typed), challenge, key), hash);
    }

    /** As people type and paste them: in groups, or with the full-width digits of a Japanese keyboard. */
    private static Secret digits(Secret typed) {
        // No code is that long, and normalising a long text costs much.
        return typed.reveal().length() > LONGEST_ENTRY
                ? typed
                : Secret.of(Normalizer.normalize(typed.reveal(), Normalizer.Form.NFKC)
                        .replaceAll("\\s", ""));
    }
}
