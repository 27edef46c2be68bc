package io.sspr.audit.query;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can go wrong in a request into a problem document, so that no caller ever sees an exception. */
class AnswerProblems {
    private static final Logger LOG = Logger.getLogger(AnswerProblems.class);

    @ServerExceptionMapper
    Response unreadable(UnreadableQueryException problem, HttpHeaders headers) {
        return answer(headers, problem.kind(), problem.particulars());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notSignedIn(HttpHeaders headers) {
        return answer(headers, ProblemKind.NOT_SIGNED_IN);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response notAllowed(HttpHeaders headers) {
        return answer(headers, ProblemKind.NOT_ALLOWED);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, HttpHeaders headers) {
        return answer(headers, ProblemKind.ofStatus(refusal.getResponse().getStatus()));
    }

    @ServerExceptionMapper
    Response failed(RuntimeException failure, HttpHeaders headers) {
        LOG.error("A request failed", failure);
        return answer(headers, ProblemKind.GENERIC_ERROR);
    }

    private static Response answer(HttpHeaders headers, ProblemKind kind, Object... particulars) {
        Locale language = ProblemTexts.language(headers.getAcceptableLanguages());
        Response.ResponseBuilder response = Response.status(kind.status())
                .type(Problem.MEDIA_TYPE)
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(ProblemTexts.problem(kind, language, particulars));
        if (kind == ProblemKind.NOT_SIGNED_IN) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
