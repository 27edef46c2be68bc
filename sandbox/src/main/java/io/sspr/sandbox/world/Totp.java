package io.sspr.sandbox.world;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of an authenticator app: RFC 6238 with SHA-1, six digits, a new one every 30 seconds. Prints nothing of its secret. Source: R-APP-02. */
final class Totp {
    static final int STEP_SECONDS = 30;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGITS = 1_000_000;

    private final SecretKeySpec secret;

    private Totp(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA1");
    }

    /**
     * @param secret in Base32, as an app is shown it: case, spaces and padding do not matter
     * @throws IllegalArgumentException if it is none
     */
    static Totp of(String secret) {
        String digits = secret.toUpperCase(Locale.ROOT).replaceAll("[ =-]", "");
        byte[] bytes = new byte[digits.length() * 5 / 8];
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a secret has at least eight bits");
        }
        int buffer = 0;
        int bits = 0;
        int written = 0;
        for (char digit : digits.toCharArray()) {
            int value = BASE32.indexOf(digit);
            if (value < 0) {
                throw new IllegalArgumentException("a secret consists of A to Z and 2 to 7");
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[written++] = (byte) (buffer >> bits);
            }
        }
        return new Totp(bytes);
    }

    /** The code that the app shows at that time. */
    String at(Instant time) {
        byte[] hash = hash(Math.floorDiv(time.getEpochSecond(), STEP_SECONDS));
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % DIGITS);
    }

    private byte[] hash(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(secret);
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA1", e);
        }
    }
}
