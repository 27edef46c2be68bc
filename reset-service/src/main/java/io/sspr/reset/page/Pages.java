package io.sspr.reset.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.problem.Language;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what every page needs, for the request that is being answered. */
@ApplicationScoped
public class Pages {
    /** Where a request keeps the name of whoever is signed in. */
    private static final String VISITOR = Pages.class.getName();

    private final CurrentVertxRequest request;
    private final FormTokens formTokens;
    private final Clock clock;
    private final String help;

    Pages(CurrentVertxRequest request, FormTokens formTokens, Clock clock, ResetConfig config) {
        this.help = config.helpUrl().map(URI::toString).orElse(null);
        this.request = request;
        this.formTokens = formTokens;
        this.clock = clock;
    }

    /** A page before anybody is known; it has a support code of its own. */
    public Page of(HttpHeaders headers) {
        return of(headers, UUID.randomUUID(), "", Brand.NONE, null);
    }

    /** As {@link #of(HttpHeaders)}, with the support code of what has just been tried. */
    public Page of(HttpHeaders headers, UUID supportCode) {
        return of(headers, supportCode, "", Brand.NONE, null);
    }

    /** A page about a problem: whoever is signed in can sign out there. */
    Page ofProblem(HttpHeaders headers, UUID supportCode) {
        return of(headers, supportCode, "", Brand.NONE, request.getCurrent().get(VISITOR));
    }

    /** Whoever is signed in is named on pages about problems, too. */
    public void visitedBy(String name) {
        request.getCurrent().put(VISITOR, name);
    }

    /**
     * A page of a known organisation.
     *
     * @param supportCode of the flow
     * @param sid id of the session, or empty
     * @param visitor name of the signed-in user, or null
     */
    public Page of(HttpHeaders headers, UUID supportCode, String sid, Tenant tenant, String visitor) {
        return of(headers, supportCode, sid, Brand.of(tenant), visitor);
    }

    private Page of(HttpHeaders headers, UUID supportCode, String sid, Brand brand, String visitor) {
        RoutingContext current = request.getCurrent();
        Page page = new Page(
                Language.of(headers),
                supportCode,
                sid,
                brand,
                visitor,
                address(current),
                formTokens.current(current),
                help,
                FormTokens.random(),
                clock.instant());
        current.put(GuardPages.PAGE, page);
        return page;
    }

    /** Without the language that the address asks for. */
    private static String address(RoutingContext current) {
        String query = Stream.ofNullable(current.request().query())
                .flatMap(all -> Stream.of(all.split("&")))
                .filter(part -> !part.isEmpty() && !part.startsWith("mkt=") && !part.startsWith("lng="))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? current.normalizedPath() : current.normalizedPath() + "?" + query;
    }
}
