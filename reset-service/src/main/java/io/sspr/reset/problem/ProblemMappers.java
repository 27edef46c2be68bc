package io.sspr.reset.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.sspr.reset.problem.Problem.FieldError;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Turns everything that goes wrong outside the use cases into a problem document. No stack trace and nothing the caller sent gets out. */
@Singleton
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final List<String> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA);

    @Context
    HttpHeaders headers;

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
        if (isOfUnreadForm()) {
            // Its message would tell what was typed.
            LOG.infof(
                    "A form cannot be read: cause=%s supportCode=%s",
                    e.getClass().getName(), supportCode);
            return respond(ProblemName.MALFORMED_REQUEST, supportCode, null);
        }
        LOG.errorf(e, "A request failed unexpectedly: supportCode=%s", supportCode);
        return respond(ProblemName.GENERIC_ERROR, supportCode, null);
    }

    private Response respond(ProblemName name, List<FieldError> errors) {
        return respond(name, UUID.randomUUID(), errors);
    }

    private Response respond(ProblemName name, UUID supportCode, List<FieldError> errors) {
        Language language = Language.of(headers);
        return Problems.response(Problems.of(name, supportCode, language, errors), language);
    }

    /** Whether the request brought a form that nobody could make fields of; the use cases come after that. */
    private boolean isOfUnreadForm() {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type != null
                && FORMS.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith)
                && CurrentRequestManager.get().getFormData() == null;
    }

    private static String lastNode(String propertyPath) {
        return propertyPath.substring(propertyPath.lastIndexOf('.') + 1);
    }
}
