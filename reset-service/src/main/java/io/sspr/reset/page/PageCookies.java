package io.sspr.reset.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sspr.reset.ResetConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of the portals: out of reach of scripts, of other sites and of other hosts, and, unless the operator says that pages are served by plain
 * HTTP, of unencrypted connections. Source: ASVS 3.3.
 */
@ApplicationScoped
public class PageCookies {
    private final CurrentVertxRequest request;
    private final boolean secure;

    PageCookies(CurrentVertxRequest request, ResetConfig config) {
        this.request = request;
        this.secure = config.publicOrigin()
                .filter(origin -> origin.getScheme().equals("http"))
                .isEmpty();
    }

    public Optional<String> get(String name) {
        return get(request.getCurrent(), name);
    }

    /** As {@link #get(String)}, for what runs before the request is the current one. */
    public Optional<String> get(RoutingContext current, String name) {
        return Optional.ofNullable(current.request().getCookie(fullName(name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** Has the browser keep it so long, in place of one with the same name. */
    public void set(String name, String value, Duration lifetime) {
        request.getCurrent().response().addCookie(cookie(name, value).setMaxAge(lifetime.toSeconds()));
    }

    public void drop(String name) {
        set(name, "", Duration.ZERO);
    }

    /** Whether browsers send them over encrypted connections only. */
    boolean areSecure() {
        return secure;
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(fullName(name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }

    /** A browser takes a cookie called so from this very host only. */
    private String fullName(String name) {
        return secure ? "__Host-sspr-" + name : "sspr-" + name;
    }
}
