package io.sspr.reset.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The bearer token of one session: 256 random bits, known to the user's client only; the database holds its SHA-256. */
public final class SessionToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final String text;

    private SessionToken(String text) {
        this.text = text;
    }

    static SessionToken create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token that reads so. */
    static SessionToken of(String text) {
        return new SessionToken(text);
    }

    /** The token of an {@code Authorization} header; empty if there is none. */
    public static Optional<SessionToken> fromHeader(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(new SessionToken(
                        authorization.substring(SCHEME.length()).strip()))
                : Optional.empty();
    }

    String reveal() {
        return text;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Compares in constant time. */
    boolean opens(ResetSession session) {
        return MessageDigest.isEqual(hash(), session.tokenHash);
    }

    @Override
    public String toString() {
        return "SessionToken[hidden]";
    }
}
