package io.sspr.reset.signin;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells who sends the current request, and refuses those who may not: the one way by which every address of staff and signed-in users asks. Call it
 * from a worker thread, while a request is being answered. A caller without a good token is answered 401, one without the role or of another tenant
 * 403.
 */
@ApplicationScoped
public class Authorise {
    private final CurrentIdentityAssociation identity;
    private final CurrentVertxRequest request;

    Authorise(CurrentIdentityAssociation identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /**
     * Whoever is signed in.
     *
     * @throws UnauthorizedException without a token
     * @throws io.quarkus.security.AuthenticationFailedException with one that is not good, or not any more
     */
    public Caller signedIn() {
        SecurityIdentity current = identity.getDeferredIdentity().await().indefinitely();
        Caller caller = current.getAttribute(RefuseRevokedTokens.CALLER);
        if (caller == null) {
            throw new UnauthorizedException();
        }
        return caller.at(request.getCurrent().request().remoteAddress().hostAddress());
    }

    /**
     * A signed-in user who holds at least one of these roles in their own tenant.
     *
     * @throws ForbiddenException if not
     */
    public Caller holderOf(String... roles) {
        Caller caller = signedIn();
        if (!caller.hasAnyRole(roles)) {
            throw new ForbiddenException();
        }
        return caller;
    }

    /**
     * As {@link #holderOf}, for what only an administrator with a licence may see and change. Source: R-UI-06.
     *
     * @throws AdministratorNotLicensedException without any licence, assigned directly or by a group
     */
    public Caller licensedHolderOf(String... roles) {
        Caller caller = holderOf(roles);
        if (!caller.licensed()) {
            throw new AdministratorNotLicensedException();
        }
        return caller;
    }

    /**
     * A signed-in user of {@code tenant} who holds at least one of these roles there.
     *
     * @throws ForbiddenException if not
     */
    public Caller holderIn(String tenant, String... roles) {
        Caller caller = holderOf(roles);
        if (!caller.tenantId().equals(tenant)) {
            throw new ForbiddenException();
        }
        return caller;
    }
}
