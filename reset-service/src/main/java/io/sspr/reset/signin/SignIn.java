package io.sspr.reset.signin;

import io.smallrye.jwt.build.Jwt;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.password.PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks a password that the cloud holds and answers a short-lived access token (JWT, ES256): who, of which tenant, with which roles. Whether the
 * name, the password or the kind of account was wrong cannot be told from outside, nor from the time it takes. Source: R-AUD-10 for {@code licensed}.
 */
@ApplicationScoped
class SignIn {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String ISSUER = "sspr-reset-service";

    private final Accounts accounts;
    private final Groups groups;
    private final PasswordHash passwordHash;
    private final ResetKeys keys;
    private final Clock clock;

    SignIn(Accounts accounts, Groups groups, PasswordHash passwordHash, ResetKeys keys, Clock clock) {
        this.accounts = accounts;
        this.groups = groups;
        this.passwordHash = passwordHash;
        this.keys = keys;
        this.clock = clock;
    }

    /** The token; empty if the two do not fit. */
    @Transactional
    Optional<String> signIn(String userPrincipalName, Secret password) {
        Optional<Account> account = accounts.named(userPrincipalName.strip())
                .filter(found -> found.isEnabled() && found.kind().isHeldInCloud());
        String hash = account.flatMap(Account::passwordHash).orElse(null);
        return passwordHash.matches(password, hash) ? account.map(this::token) : Optional.empty();
    }

    private String token(Account account) {
        Instant now = clock.instant();
        boolean licensed = Stream.concat(account.licences(), groups.licencesOf(account))
                .findAny()
                .isPresent();
        return Jwt.issuer(ISSUER)
                .subject(account.id().toString())
                .upn(account.userPrincipalName())
                .groups(Set.copyOf(account.roles()))
                .claim("tenant", account.tenantId())
                .claim("licensed", licensed)
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .jws()
                .keyId(keys.signing().getKeyId())
                .sign(keys.signing().getPrivateKey());
    }
}
