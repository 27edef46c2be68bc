package io.sspr.reset.authenticator;

import io.sspr.contract.seal.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** Decides whether a code was made by one of the account's apps, and uses it up. Source: R-APP-02. */
@ApplicationScoped
public class CheckAppCode {
    private final Authenticators authenticators;
    private final SecretCipher cipher;
    private final Clock clock;

    CheckAppCode(Authenticators authenticators, SecretCipher cipher, Clock clock) {
        this.authenticators = authenticators;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Of many tries at once with one code, exactly one is true; it stays used up only if the caller's transaction commits. */
    @Transactional
    public boolean check(UUID account, Secret typed) {
        Instant now = clock.instant();
        return authenticators.ofAccount(account).stream().anyMatch(app -> usesUp(app, typed, now));
    }

    private boolean usesUp(Authenticator app, Secret typed, Instant now) {
        AppSecret secret = cipher.decrypt(app.secret, app.accountId, app.id);
        OptionalLong step = Totp.acceptedStep(secret.bytes(), typed.reveal(), now, app.lastStep);
        return step.isPresent() && authenticators.useUp(app.id, step.getAsLong());
    }
}
