package io.sspr.reset.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request with an {@code Idempotency-Key}, as far as it may be kept: two keyed hashes, and a key for its answer. That key comes from the server's key
 * and the whole request, so an answer can be read with neither of the two alone, let alone from the database. Thread-safe. Source: R-FLW-34.
 */
final class KeyedRequest {
    private static final Pattern KEY = Pattern.compile("[ -~]{1,128}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] id;
    private final byte[] fingerprint;
    private final Key answerKey;

    private KeyedRequest(byte[] id, byte[] fingerprint, Key answerKey) {
        this.id = id;
        this.fingerprint = fingerprint;
        this.answerKey = answerKey;
    }

    /** Whether a client may use {@code text} as its key: 1 to 128 printable ASCII characters. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * The same key is another one at another address or in another caller's hands.
     *
     * @param target path and query
     * @param caller the {@code Authorization} header; empty if there is none
     * @param key what the client sent as {@code Idempotency-Key}
     */
    static KeyedRequest of(Key serverKey, String method, String target, String caller, String key, byte[] body) {
        byte[] scope = String.join("\n", method, target, caller, key).getBytes(StandardCharsets.UTF_8);
        Key idKey = derived(serverKey, "sspr idempotency 1 id");
        Key bodyKey = derived(serverKey, "sspr idempotency 1 body");
        byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(scope.length).array();
        Key secret = hmacKey(mac(bodyKey, length, scope, body));
        return new KeyedRequest(
                mac(idKey, scope),
                derived(secret, "fingerprint").getEncoded(),
                new SecretKeySpec(derived(secret, "answer").getEncoded(), "AES"));
    }

    /** What it is found by. */
    byte[] id() {
        return id.clone();
    }

    /** The same for the same body only. */
    byte[] fingerprint() {
        return fingerprint.clone();
    }

    byte[] seal(byte[] answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(answer);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES/GCM", e);
        }
    }

    /** @throws IllegalStateException if this is not an answer that was sealed for this request */
    byte[] open(byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer does not belong to its request", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, answerKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id);
        return cipher;
    }

    private static Key derived(Key key, String label) {
        return hmacKey(mac(key, label.getBytes(StandardCharsets.UTF_8)));
    }

    private static Key hmacKey(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static byte[] mac(Key key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hmacKey(key.getEncoded()));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
