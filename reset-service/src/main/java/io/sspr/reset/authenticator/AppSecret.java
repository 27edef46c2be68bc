package io.sspr.reset.authenticator;

import io.sspr.contract.seal.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/** What an authenticator app and the cloud share, from which both make the same codes; 160 random bits. Immutable; prints a constant. */
public final class AppSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final int FEWEST_BYTES = 16;
    private static final int MOST_BYTES = 64;

    private final byte[] bytes;

    private AppSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static AppSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new AppSecret(bytes);
    }

    /** Empty if {@code base32} is no base32 of 16 to 64 bytes, in any case, with or without spaces. */
    public static Optional<AppSecret> parse(Secret base32) {
        return Base32.decode(base32.reveal().replace(" ", "").toUpperCase(Locale.ROOT))
                .filter(bytes -> bytes.length >= FEWEST_BYTES && bytes.length <= MOST_BYTES)
                .map(AppSecret::new);
    }

    static AppSecret of(byte[] bytes) {
        return new AppSecret(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** For typing into the app by hand. */
    public Secret base32() {
        return Secret.of(Base32.encode(bytes));
    }

    /**
     * For the QR code that the app scans. Whatever the names hold, they stay what is shown in the app and become no parameter of the address; a colon
     * would end the issuer and is left out.
     *
     * @param issuer the organisation's name
     * @param account the user principal name
     */
    public Secret setupUri(String issuer, String account) {
        return Secret.of("otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret="
                + Base32.encode(bytes) + "&issuer=" + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30");
    }

    @Override
    public String toString() {
        return "AppSecret[hidden]";
    }

    private static String encoded(String name) {
        String shown = name.replaceAll("[:\\p{Cntrl}]", "").strip();
        return URLEncoder.encode(shown, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
