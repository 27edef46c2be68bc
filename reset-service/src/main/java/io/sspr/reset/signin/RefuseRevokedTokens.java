package io.sspr.reset.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Second look at an access token whose signature and time are good: its account has to exist and be enabled, and must not have revoked it since; the
 * roles are those that the account holds now. Other services only check signature and time, so there a revoked token lives on for its remaining
 * minutes. A token of the OpenID Connect provider is revoked there, if at all. Source: R-ADM-09, R-FLW-12.
 */
@ApplicationScoped
class RefuseRevokedTokens implements SecurityIdentityAugmentor {
    /** The attribute of an identity that holds the {@link Caller}. */
    static final String CALLER = "io.sspr.reset.caller";

    private final TokenHolders holders;

    RefuseRevokedTokens(TokenHolders holders) {
        this.holders = holders;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? context.runBlocking(() -> asOfNow(identity, token))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity asOfNow(SecurityIdentity identity, JsonWebToken token) {
        Caller caller = holders.holderOf(token)
                .orElseThrow(() -> new AuthenticationFailedException("the token is not good any more"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(CALLER, caller)
                .addRoles(caller.roles())
                .build();
    }
}
