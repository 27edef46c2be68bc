package io.sspr.reset.captcha;

import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses an address that names accounts too often, before its request is read. The address is that of the connection; {@code X-Forwarded-For} and the
 * like count only if the operator told Quarkus to trust a proxy. Source: R-THR-13.
 */
class LimitAddress {
    private final IdentifyLimiter limiter;

    LimitAddress(IdentifyLimiter limiter) {
        this.limiter = limiter;
    }

    /** Comes before everything that costs more: a refusal is neither counted nor kept. */
    @AddressLimit
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Optional<Response> limit(HttpServerRequest http, HttpHeaders headers) {
        return limiter.admit(http.remoteAddress().hostAddress()).map(pause -> tooMany(pause, headers));
    }

    private static Response tooMany(Duration pause, HttpHeaders headers) {
        Language language = Language.of(headers);
        return Response.fromResponse(Problems.response(
                        Problems.of(ProblemName.TOO_MANY_REQUESTS, UUID.randomUUID(), language), language))
                .header(HttpHeaders.RETRY_AFTER, pause.toSeconds())
                .build();
    }
}
