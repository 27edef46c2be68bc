package io.sspr.reset.captcha;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.key.ResetKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The captcha: a puzzle that costs the visitor's computer some work and nobody's eyes, with no third party involved. It is ALTCHA's first protocol:
 * find the number whose SHA-256 after the salt is the challenge. Posing and checking keep nothing and touch no database, so a wrong solution costs two
 * hashes. There is nothing to type, hence no upper or lower case to be lenient about (R-FLW-04). Thread-safe. Source: R-CHK-00.
 */
@Startup
@Singleton
class ProofOfWork {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SALT_BYTES = 12;
    private static final int MAX_PAYLOAD = 2_000;

    /** The separator at the end keeps digits of the number from being read as digits of the time, and the other way round. */
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{24}\\?expires=([0-9]{1,11})&");

    private final Key key;
    private final int difficulty;
    private final Duration lifetime;
    private final Clock clock;

    @Inject
    ProofOfWork(ResetKeys keys, ResetConfig config, Clock clock) {
        this(
                derived(keys.code()),
                config.captcha().difficulty(),
                config.captcha().lifetime(),
                clock);
    }

    /** @throws IllegalArgumentException if there would be no work, or no time, to do it in */
    ProofOfWork(Key key, int difficulty, Duration lifetime, Clock clock) {
        if (difficulty < 1) {
            throw new IllegalArgumentException("SSPR_CAPTCHA_DIFFICULTY must be 1 or more; the captcha cannot be off");
        }
        if (lifetime.toSeconds() < 1) {
            throw new IllegalArgumentException("SSPR_CAPTCHA_LIFETIME must be PT1S or more");
        }
        this.key = key;
        this.difficulty = difficulty;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    Puzzle pose() {
        byte[] random = new byte[SALT_BYTES];
        RANDOM.nextBytes(random);
        long expires = clock.instant().plus(lifetime).getEpochSecond();
        String salt = HexFormat.of().formatHex(random) + "?expires=" + expires + "&";
        String challenge = sha256(salt + RANDOM.nextInt(1, difficulty + 1));
        return new Puzzle(Puzzle.ALGORITHM, challenge, difficulty, salt, signature(challenge));
    }

    /** A puzzle of ours, solved in time; whether it was solved before is not known here. */
    record Solved(String challenge, Instant expiresAt) {}

    /**
     * Empty if anything at all is wrong.
     *
     * @param payload base64 of the JSON of a {@link Solution}; null if none came
     */
    Optional<Solved> check(String payload) {
        return Optional.ofNullable(payload).flatMap(ProofOfWork::read).flatMap(this::check);
    }

    private Optional<Solved> check(Solution solution) {
        Matcher salt = SALT.matcher(solution.salt());
        if (!Puzzle.ALGORITHM.equals(solution.algorithm()) || !salt.matches()) {
            return Optional.empty();
        }
        Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(salt.group(1)));
        boolean right = equal(signature(solution.challenge()), solution.signature())
                && equal(sha256(solution.salt() + solution.number()), solution.challenge())
                && clock.instant().isBefore(expiresAt);
        return right ? Optional.of(new Solved(solution.challenge(), expiresAt)) : Optional.empty();
    }

    private static Optional<Solution> read(String payload) {
        if (payload.length() > MAX_PAYLOAD) {
            return Optional.empty();
        }
        try {
            String json = new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
            return Optional.ofNullable(JSON.readValue(json, Solution.class)).filter(Solution::isComplete);
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String signature(String challenge) {
        return HexFormat.of().formatHex(mac(key, challenge));
    }

    /** A key for this purpose only: whoever learns it learns nothing about the codes. */
    private static Key derived(Key codeKey) {
        return new SecretKeySpec(mac(codeKey, "sspr captcha 1"), "HmacSHA256");
    }

    private static byte[] mac(Key key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
