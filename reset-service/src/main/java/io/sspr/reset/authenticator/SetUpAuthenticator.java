package io.sspr.reset.authenticator;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.authenticator.Authenticator.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Registers an app that has shown that it makes the right codes: it is given a secret first, and one of its codes is typed then. Source: R-REG-15, R-APP-01. */
@ApplicationScoped
public class SetUpAuthenticator {
    private final AddAuthenticator addAuthenticator;
    private final Authenticators authenticators;
    private final SecretCipher cipher;
    private final Clock clock;

    SetUpAuthenticator(
            AddAuthenticator addAuthenticator, Authenticators authenticators, SecretCipher cipher, Clock clock) {
        this.addAuthenticator = addAuthenticator;
        this.authenticators = authenticators;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The app that is to be registered; {@code device} is null if it only makes codes. */
    public record NewApp(Kind kind, String name, String device) {}

    /**
     * A secret that the app is to take.
     *
     * @param encrypted the secret as it may be stored until the app has shown that it has it
     */
    public record Prepared(AppSecret secret, byte[] encrypted) {}

    /** What came of it. */
    public enum Result {
        ADDED,
        CODE_WRONG,
        TOO_MANY
    }

    /** @param setUp names this set-up; what is prepared for it is good for no other */
    public Prepared prepare(UUID account, UUID setUp) {
        AppSecret secret = AppSecret.random();
        return new Prepared(secret, cipher.encrypt(secret, account, setUp));
    }

    /** What was prepared, once more. */
    public AppSecret prepared(UUID account, UUID setUp, byte[] encrypted) {
        return cipher.decrypt(encrypted, account, setUp);
    }

    /** Adds the app if {@code typed} was made from the prepared secret. The code is used up by it. */
    @Transactional
    public Result finish(UUID account, UUID setUp, byte[] encrypted, NewApp app, Secret typed) {
        AppSecret secret = prepared(account, setUp, encrypted);
        OptionalLong step = Totp.acceptedStep(secret.bytes(), typed.reveal(), clock.instant(), 0);
        if (step.isEmpty()) {
            return Result.CODE_WRONG;
        }
        Optional<Authenticator> added = addAuthenticator.add(account, app.kind(), app.name(), app.device(), secret);
        added.ifPresent(authenticator -> authenticators.useUp(authenticator.id(), step.getAsLong()));
        return added.isPresent() ? Result.ADDED : Result.TOO_MANY;
    }

    /** Whether the account has room for one more app of this kind. */
    public boolean hasRoom(UUID account, Kind kind) {
        return authenticators.ofAccount(account).stream()
                        .filter(app -> app.kind() == kind)
                        .count()
                < AddAuthenticator.MOST_OF_A_KIND;
    }
}
