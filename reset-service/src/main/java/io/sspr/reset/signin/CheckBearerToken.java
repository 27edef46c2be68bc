package io.sspr.reset.signin;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Has every access token checked by one of two, and never by the other: the OpenID Connect provider's by the keys that it publishes, and all others by
 * the key of reset-service.
 */
@Alternative
@Priority(1)
@Singleton
class CheckBearerToken implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(CheckBearerToken.class);
    private static final String SCHEME = "Bearer ";

    private final OpenIdProvider provider;
    private final OidcAuthenticationMechanism byProvider;
    private final JWTAuthMechanism byOwnKey;

    CheckBearerToken(OpenIdProvider provider, OidcAuthenticationMechanism byProvider, JWTAuthMechanism byOwnKey) {
        this.provider = provider;
        this.byProvider = byProvider;
        this.byOwnKey = byOwnKey;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        if (!isOfProvider(request)) {
            return byOwnKey.authenticate(request, identities);
        }
        return byProvider
                .authenticate(request, identities)
                .onFailure(OIDCException.class)
                .transform(e -> {
                    LOG.warnf("The OpenID Connect provider cannot be asked for its keys: reason=%s", e.getMessage());
                    return new AuthenticationFailedException(e);
                });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return byOwnKey.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return byOwnKey.getCredentialTypes();
    }

    private boolean isOfProvider(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && provider.isClaimedBy(header.substring(SCHEME.length()).strip());
    }
}
