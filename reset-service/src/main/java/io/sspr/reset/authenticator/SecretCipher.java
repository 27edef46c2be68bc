package io.sspr.reset.authenticator;

import io.sspr.reset.key.ResetKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps the secrets of apps unreadable in the database: AES-256-GCM under a key that is derived from the code key and used for nothing else. What is
 * encrypted for one authenticator of one account can be read as that only, so exchanging rows gains nothing. Thread-safe.
 */
@Singleton
final class SecretCipher {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String PURPOSE = "secrets of authenticators, AES-256-GCM, 1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int OWNER_BYTES = 4 * Long.BYTES;

    private final Key key;

    @Inject
    SecretCipher(ResetKeys keys) {
        this(keys.code());
    }

    SecretCipher(Key codeKey) {
        key = derived(codeKey);
    }

    /** A random nonce, followed by the encrypted secret and its tag. */
    byte[] encrypt(AppSecret secret, UUID account, UUID authenticator) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, nonce, account, authenticator).doFinal(secret.bytes());
            return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be encrypted", e);
        }
    }

    /** @throws IllegalStateException if it was encrypted for another authenticator, under another key, or was altered */
    AppSecret decrypt(byte[] encrypted, UUID account, UUID authenticator) {
        byte[] nonce = Arrays.copyOf(encrypted, NONCE_BYTES);
        try {
            return AppSecret.of(cipher(Cipher.DECRYPT_MODE, nonce, account, authenticator)
                    .doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of authenticator " + authenticator + " cannot be read", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID account, UUID authenticator) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner(account, authenticator));
        return cipher;
    }

    private static byte[] owner(UUID account, UUID authenticator) {
        return ByteBuffer.allocate(OWNER_BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .putLong(authenticator.getMostSignificantBits())
                .putLong(authenticator.getLeastSignificantBits())
                .array();
    }

    private static Key derived(Key codeKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(codeKey);
            return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.US_ASCII)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the code key cannot derive a key", e);
        }
    }
}
