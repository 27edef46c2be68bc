package io.sspr.reset.authenticator;

import io.sspr.reset.authenticator.Authenticator.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Registers an app for an account. Source: R-APP-01. */
@ApplicationScoped
public class AddAuthenticator {
    static final int MOST_OF_A_KIND = 5;

    private final Authenticators authenticators;
    private final SecretCipher cipher;
    private final Clock clock;

    AddAuthenticator(Authenticators authenticators, SecretCipher cipher, Clock clock) {
        this.authenticators = authenticators;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Empty if the account has five of this kind already.
     *
     * @param name what the user calls it
     * @param device where a push reaches the app; null if it only makes codes
     * @throws IllegalArgumentException if another kind than {@link Kind#MICROSOFT} has a device
     */
    @Transactional
    public Optional<Authenticator> add(UUID account, Kind kind, String name, String device, AppSecret secret) {
        if (authenticators.lockAndCount(account, kind) >= MOST_OF_A_KIND) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        Authenticator authenticator = new Authenticator(
                id, account, kind, name, device, cipher.encrypt(secret, account, id), clock.instant());
        authenticators.add(authenticator);
        return Optional.of(authenticator);
    }
}
