package io.sspr.reset.signin;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.ForbiddenException;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.directory.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/**
 * What lets an operator create tenants before anybody can sign in: the token from the configuration, which is good for any number of them, or else one
 * that is made at the first start of all, printed once, and good for one tenant. A printed token that was lost is replaced by configuring one.
 */
@ApplicationScoped
public class SetupToken {
    private static final int BYTES = 32;

    private final Optional<String> configured;
    private final SetupTokens tokens;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    SetupToken(ResetConfig config, SetupTokens tokens, Tenants tenants, Clock clock) {
        this(config.setupToken(), tokens, tenants, clock);
    }

    SetupToken(Optional<String> configured, SetupTokens tokens, Tenants tenants, Clock clock) {
        this.configured = configured;
        this.tokens = tokens;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Prints to the standard output and not to the log: logs are kept, and read by many. */
    void offerAtFirstStart(@Observes StartupEvent started) {
        String token = random();
        if (isFirstStart(token)) {
            System.out.println(
                    "No organisation is set up yet. Import the first one with this token; it works once and is not shown again:");
            System.out.println("    Authorization: Bearer " + token);
        }
    }

    /** Whether a caller with this token may create a tenant now. */
    @Transactional
    public boolean isSetupToken(String token) {
        return isConfigured(token) || isPrinted(token);
    }

    /**
     * Uses a token up, in the transaction that creates the tenant. The configured one stays good.
     *
     * @throws ForbiddenException if another import has used it at the same time
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void used(String token) {
        if (!isConfigured(token) && !tokens.use(clock.instant())) {
            throw new ForbiddenException();
        }
    }

    @Transactional
    boolean isFirstStart(String token) {
        return configured.isEmpty() && tenants.count() == 0 && tokens.store(hash(token), clock.instant());
    }

    private boolean isConfigured(String token) {
        return configured
                .filter(expected -> MessageDigest.isEqual(hash(token), hash(expected)))
                .isPresent();
    }

    private boolean isPrinted(String token) {
        return tokens.unused()
                .filter(hash -> MessageDigest.isEqual(hash(token), hash))
                .filter(hash -> tenants.count() == 0)
                .isPresent();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
