package io.sspr.reset.signin;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.ResetConfig.Oidc;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * The OpenID Connect provider whose access tokens are good as well, if the operator named one. Its keys are fetched when somebody first brings such a
 * token, and not at start: the service does not need it for anything else.
 */
@Singleton
class OpenIdProvider implements TenantConfigResolver {
    private static final String NAME = "preferred_username";
    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private final Optional<Oidc> settings;
    private final Optional<OidcTenantConfig> checks;

    @Inject
    OpenIdProvider(ResetConfig config) {
        this(config.oidc());
    }

    OpenIdProvider(Optional<Oidc> settings) {
        this.settings = settings;
        checks = settings.map(OpenIdProvider::checks);
    }

    /** Whether a token says that it is the provider's, which is true only once its signature was found good. */
    boolean isClaimedBy(String token) {
        if (settings.isEmpty()) {
            return false;
        }
        try {
            return isIssuer(UNVERIFIED.processToClaims(token).getIssuer());
        } catch (InvalidJwtException | MalformedClaimException e) {
            return false;
        }
    }

    /** @param token one whose signature is good */
    boolean issued(JsonWebToken token) {
        return isIssuer(token.getIssuer());
    }

    /** The user principal name in one of the provider's tokens; empty if it has none. */
    Optional<String> nameIn(JsonWebToken token) {
        return settings.map(its -> token.<Object>getClaim(its.nameClaim().orElse(NAME)))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom().optional(checks);
    }

    private boolean isIssuer(String issuer) {
        return settings.filter(its -> its.issuer().equals(issuer)).isPresent();
    }

    /** Signature by one of the published keys, issuer, audience, time: nothing is asked of the provider about a single token. */
    private static OidcTenantConfig checks(Oidc settings) {
        return OidcTenantConfig.authServerUrl(settings.issuer())
                .tenantId("provider")
                .token()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }
}
