package io.sspr.reset.page;

import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.OverrideLanguage;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever once chose a language on a page gets all pages in it: after the address, and before the browser, a cookie decides. Source: R-FLW-02, R-REG-19. */
class RememberLanguage {
    private static final String COOKIE = "language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final PageCookies cookies;

    RememberLanguage(PageCookies cookies) {
        this.cookies = cookies;
    }

    /** Comes before everything that answers. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 2)
    public void remember(ContainerRequestContext request, RoutingContext http) {
        if (Portal.of(request.getUriInfo().getPath()).isEmpty()) {
            return;
        }
        Optional<Language> chosen = OverrideLanguage.in(request.getUriInfo()).map(Language::parse);
        if (chosen.isPresent()) {
            cookies.set(COOKIE, chosen.get().tag(), REMEMBERED);
            return;
        }
        cookies.get(http, COOKIE)
                .map(Language::parse)
                .ifPresent(language -> request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, language.tag()));
    }
}
