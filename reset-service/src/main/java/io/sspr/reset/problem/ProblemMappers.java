package io.sspr.reset.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.sspr.reset.problem.Problem.FieldError;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that goes wrong outside the use cases into a problem document. No stack trace and nothing the caller sent gets out. */
@Singleton
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");
    private static final int TOO_LARGE = ProblemName.TOO_LARGE.status();

    @Context
    HttpHeaders headers;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize maxBodySize;

    /** A body that is declared too large is refused before a byte of it is read. */
    void refuseLargeBodies(@Observes Router router) {
        BigInteger limit = maxBodySize.asBigInteger();
        router.route().order(Integer.MIN_VALUE).handler(request -> {
            String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            // A body of undeclared length is cut off by the server's own limit.
            if (length != null && DIGITS.matcher(length).matches() && new BigInteger(length).compareTo(limit) > 0) {
                tooLarge(request);
            } else {
                request.next();
            }
        });
    }

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response unreadableJson(JacksonException e) {
        return respond(
                ProblemName.MALFORMED_REQUEST,
                Problems.explain(List.of(UnreadableJson.fault(e)), Language.of(headers)));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation ->
                        new FieldError(lastNode(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList();
        return respond(ProblemName.MALFORMED_REQUEST, errors);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return respond(ProblemName.NOT_AUTHENTICATED, null);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden() {
        return respond(ProblemName.NOT_ALLOWED, null);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException unreadable) {
            return unreadableJson(unreadable);
        }
        return switch (e.getResponse().getStatus()) {
            case 400 -> respond(ProblemName.MALFORMED_REQUEST, null);
            case 401 -> respond(ProblemName.NOT_AUTHENTICATED, null);
            case 403 -> respond(ProblemName.NOT_ALLOWED, null);
            case 404 -> respond(ProblemName.NOT_FOUND, null);
            case 405 -> respond(ProblemName.METHOD_NOT_ALLOWED, null);
            case 406 -> respond(ProblemName.NOT_ACCEPTABLE, null);
            case 413 -> respond(ProblemName.TOO_LARGE, null);
            case 415 -> respond(ProblemName.UNSUPPORTED_MEDIA_TYPE, null);
            default -> unexpected(e);
        };
    }

    /** The last resort. Source: R-ERR-90. */
    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        UUID supportCode = UUID.randomUUID();
        LOG.errorf(e, "A request failed unexpectedly: supportCode=%s", supportCode);
        Language language = Language.of(headers);
        return Problems.response(Problems.of(ProblemName.GENERIC_ERROR, supportCode, language), language);
    }

    private Response respond(ProblemName name, List<FieldError> errors) {
        Language language = Language.of(headers);
        return Problems.response(Problems.of(name, UUID.randomUUID(), language, errors), language);
    }

    private static void tooLarge(RoutingContext request) {
        String wanted = request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Language language = wanted == null ? Language.EN : Language.parse(wanted);
        Problem problem = Problems.of(ProblemName.TOO_LARGE, UUID.randomUUID(), language);
        request.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader("Connection", "close")
                .end(Json.encode(problem));
    }

    private static String lastNode(String propertyPath) {
        return propertyPath.substring(propertyPath.lastIndexOf('.') + 1);
    }
}
