package io.sspr.reset.authenticator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of an authenticator app: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds since 1970. Source: R-APP-02. */
final class Totp {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int TOLERATED_STEPS = 1;
    private static final int BOUND = 1_000_000;
    private static final int LONGEST_ENTRY = 32;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");

    private Totp() {}

    /**
     * The step whose code was typed; empty if the code is wrong, or of a step that is not later than the last one used. A clock that is one step
     * early or late is tolerated. Should two steps have the same code, the later one counts, so that the code is used up. Compares in constant time.
     *
     * @param typed spaces and the width of digits do not matter
     * @param lastStep the step of the last code that was accepted
     */
    static OptionalLong acceptedStep(byte[] secret, String typed, Instant now, long lastStep) {
        byte[] digits = digits(typed);
        long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong accepted = OptionalLong.empty();
        for (long step = current - TOLERATED_STEPS; step <= current + TOLERATED_STEPS; step++) {
            boolean matches = MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.US_ASCII), digits);
            if (matches && step > lastStep) {
                accepted = OptionalLong.of(step);
            }
        }
        return accepted;
    }

    static String code(byte[] secret, long step) {
        byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % BOUND);
    }

    private static byte[] digits(String typed) {
        // No code is that long, and normalising a long text costs much.
        String entry = typed.length() > LONGEST_ENTRY ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return SPACES.matcher(entry).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-1", e);
        }
    }
}
