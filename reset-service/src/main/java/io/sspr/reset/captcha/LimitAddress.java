package io.sspr.reset.captcha;

import io.quarkus.runtime.Startup;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses an address that names accounts or tries passwords too often, before its request is read. The address is that of the connection;
 * {@code X-Forwarded-For} and the like count only if the operator told Quarkus to trust a proxy. Source: R-THR-13.
 */
@Startup
@ApplicationScoped
class LimitAddress {
    private final AddressLimiter names;
    private final AddressLimiter passwords;

    LimitAddress(ResetConfig config, Clock clock) {
        names = new AddressLimiter("SSPR_IDENTIFY_PER_MINUTE", config.identify().perMinute(), clock);
        passwords =
                new AddressLimiter("SSPR_SIGN_IN_PER_MINUTE", config.signIn().perMinute(), clock);
    }

    /** Comes before everything that costs more: a refusal is neither counted nor kept. */
    @AddressLimit
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Optional<Response> limitNames(HttpServerRequest http, HttpHeaders headers) {
        return limit(names, http, headers);
    }

    /** As above. Behind one address many more sign in than reset. */
    @PasswordLimit
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Optional<Response> limitPasswords(HttpServerRequest http, HttpHeaders headers) {
        return limit(passwords, http, headers);
    }

    private static Optional<Response> limit(AddressLimiter limiter, HttpServerRequest http, HttpHeaders headers) {
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
