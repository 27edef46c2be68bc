package io.sspr.reset.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body that is declared too large before a byte of it is read, in the words of all other refusals. One of undeclared length is cut off by the
 * server's own limit.
 */
@ApplicationScoped
class RefuseLargeBodies {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");
    private static final String TOO_LARGE = RefuseLargeBodies.class.getName();

    private final BigInteger limit;

    RefuseLargeBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asBigInteger();
    }

    /** The server would answer a declared length in words of its own; so it does not get to see it. */
    void notice(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(request -> {
            if (isTooLarge(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
                request.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
                request.response().putHeader("Connection", "close");
                request.put(TOO_LARGE, true);
            }
            request.next();
        });
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Optional<Response> refuse(RoutingContext request, HttpHeaders headers) {
        if (request.get(TOO_LARGE) == null) {
            return Optional.empty();
        }
        Language language = Language.of(headers);
        return Optional.of(
                Problems.response(Problems.of(ProblemName.TOO_LARGE, UUID.randomUUID(), language), language));
    }

    private boolean isTooLarge(String length) {
        return length != null && DIGITS.matcher(length).matches() && new BigInteger(length).compareTo(limit) > 0;
    }
}
