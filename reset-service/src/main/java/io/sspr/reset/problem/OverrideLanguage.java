package io.sspr.reset.problem;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A language in the address wins over that of the browser: {@code ?mkt=ja-JP} in a reset, {@code ?lng=ja} at registration. Source: R-FLW-02, R-REG-19. */
public class OverrideLanguage {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?");

    /** Comes before everything that answers. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 1)
    public void override(ContainerRequestContext request) {
        in(request.getUriInfo()).ifPresent(tag -> request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, tag));
    }

    /** The language tag in an address; empty if there is none. */
    public static Optional<String> in(UriInfo address) {
        MultivaluedMap<String, String> query = address.getQueryParameters();
        return Optional.ofNullable(query.getFirst("mkt"))
                .or(() -> Optional.ofNullable(query.getFirst("lng")))
                .filter(tag -> TAG.matcher(tag).matches());
    }
}
