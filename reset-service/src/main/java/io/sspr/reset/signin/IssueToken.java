package io.sspr.reset.signin;

import io.smallrye.jwt.build.Jwt;
import io.sspr.reset.directory.Account;
import io.sspr.reset.key.ResetKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;

/** Writes access tokens (JWT, ES256): who, of which tenant, with which roles. Source: R-AUD-10 for {@code licensed}. */
@ApplicationScoped
class IssueToken {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String ISSUER = "sspr-reset-service";

    private final TokenHolders holders;
    private final ResetKeys keys;
    private final Clock clock;

    IssueToken(TokenHolders holders, ResetKeys keys, Clock clock) {
        this.holders = holders;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param account as it was when its password was judged: a token for a password that was replaced meanwhile is revoked from the first */
    String to(Account account) {
        return token(account, UUID.randomUUID(), clock.instant().getEpochSecond());
    }

    /**
     * A token of the same sign-in.
     *
     * @param signedInAt seconds since 1970
     */
    String renewed(Account account, UUID signIn, long signedInAt) {
        return token(account, signIn, signedInAt);
    }

    private String token(Account account, UUID signIn, long signedInAt) {
        Instant now = clock.instant();
        return Jwt.issuer(ISSUER)
                .subject(account.id().toString())
                .upn(account.userPrincipalName())
                .groups(Set.copyOf(account.roles()))
                .claim(Claims.jti, signIn.toString())
                .claim(Claims.auth_time, signedInAt)
                .claim(TokenHolders.TENANT, account.tenantId())
                .claim(TokenHolders.VALID_FROM, account.tokensValidFrom().toEpochMilli())
                .claim("licensed", holders.isLicensed(account))
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .jws()
                .keyId(keys.signing().getKeyId())
                .sign(keys.signing().getPrivateKey());
    }
}
