package io.sspr.reset.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.page.FormTokens;
import io.sspr.reset.page.PageCookies;
import io.sspr.reset.page.Pages;
import io.sspr.reset.page.Portal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Sign-in to the portals. The browser carries an access token in a cookie; on the paths of the portals, and nowhere else, it counts as if it were in the
 * {@code Authorization} header. It is renewed while the user is at work: ten minutes without a page end the sign-in, and so do eight hours.
 */
@ApplicationScoped
public class PortalSignIn {
    private static final String COOKIE = "signin";
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(8);

    private final Authorise authorise;
    private final CurrentIdentityAssociation identity;
    private final IssueToken issueToken;
    private final Accounts accounts;
    private final PageCookies cookies;
    private final FormTokens formTokens;
    private final Pages pages;
    private final Clock clock;

    PortalSignIn(
            Authorise authorise,
            CurrentIdentityAssociation identity,
            IssueToken issueToken,
            Accounts accounts,
            PageCookies cookies,
            FormTokens formTokens,
            Pages pages,
            Clock clock) {
        this.authorise = authorise;
        this.identity = identity;
        this.issueToken = issueToken;
        this.accounts = accounts;
        this.cookies = cookies;
        this.formTokens = formTokens;
        this.pages = pages;
        this.clock = clock;
    }

    void readCookies(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(this::readCookie);
    }

    /**
     * Whoever is signed in.
     *
     * @throws UnauthorizedException if nobody is: a page then sends the visitor to sign in
     */
    @Transactional
    public Caller signedIn() {
        Caller caller = authorise.signedIn();
        pages.visitedBy(caller.name());
        if (identity.getDeferredIdentity().await().indefinitely().getPrincipal() instanceof JsonWebToken token) {
            renew(caller, token);
        }
        return caller;
    }

    /**
     * A signed-in user who holds at least one of these roles.
     *
     * @throws io.quarkus.security.ForbiddenException if not
     */
    @Transactional
    public Caller holderOf(String... roles) {
        signedIn();
        return authorise.holderOf(roles);
    }

    /** Whoever is signed in, or nobody. For pages that are for both. */
    @Transactional
    public Optional<Caller> visitor() {
        try {
            return Optional.of(signedIn());
        } catch (UnauthorizedException | AuthenticationFailedException e) {
            return Optional.empty();
        }
    }

    /** Signs in, in place of whoever was: forms that were made for them count no more. Answer with the way to another page. */
    void enter(String token) {
        keep(token);
        formTokens.renew();
    }

    /** Has the browser forget the sign-in, and all forms that were made in it. Answer with the way to another page. */
    public void leave() {
        cookies.drop(COOKIE);
        formTokens.renew();
    }

    private void keep(String token) {
        cookies.set(COOKIE, token, IssueToken.LIFETIME);
    }

    private void readCookie(RoutingContext request) {
        if (Portal.of(request.normalizedPath()).isPresent()
                && request.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            cookies.get(request, COOKIE)
                    .ifPresent(token -> request.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        }
        request.next();
    }

    private void renew(Caller caller, JsonWebToken token) {
        Instant now = clock.instant();
        Long signedInAt = token.<Long>claim(Claims.auth_time).orElse(0L);
        boolean isFresh = Instant.ofEpochSecond(token.getIssuedAtTime())
                .plus(RENEWED_AFTER)
                .isAfter(now);
        boolean isOver = Instant.ofEpochSecond(signedInAt).plus(LONGEST).isBefore(now);
        if (cookies.get(COOKIE).isPresent() && !isFresh && !isOver) {
            accounts.findByIdOptional(caller.accountId())
                    .ifPresent(account -> keep(issueToken.renewed(account, caller.signInId(), signedInAt)));
        }
    }
}
