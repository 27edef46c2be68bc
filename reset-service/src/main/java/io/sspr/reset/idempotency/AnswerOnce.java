package io.sspr.reset.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.reset.idempotency.Attempt.Answered;
import io.sspr.reset.idempotency.Attempt.Claimed;
import io.sspr.reset.idempotency.Attempt.InProgress;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem.FieldError;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Makes every POST repeatable: a request that comes again with the same {@code Idempotency-Key} and body is not carried out again but gets the first
 * answer, as in the IETF's draft of that header. Runs where the resource method runs, so a POST must be served by a worker thread, as all of ours are.
 * An answer that says "not now" (429, 5xx) is not kept: the next try is a real one. Source: R-FLW-34.
 */
@Provider
class AnswerOnce implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String OURS = AnswerOnce.class.getName();
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final StoredAnswers answers;
    /** Filters are made before the configuration is read. */
    private final Instance<ResetKeys> keys;

    private final ObjectMapper json;

    @Context
    HttpHeaders headers;

    AnswerOnce(StoredAnswers answers, Instance<ResetKeys> keys, ObjectMapper json) {
        this.answers = answers;
        this.keys = keys;
        this.json = json;
    }

    /** A request that we carry out now. */
    private record Ours(KeyedRequest request, UUID claim) {}

    @Override
    public void filter(ContainerRequestContext http) throws IOException {
        String key = http.getHeaderString(HEADER);
        if (key == null || !HttpMethod.POST.equals(http.getMethod())) {
            return;
        }
        if (!KeyedRequest.isKey(key)) {
            List<Fault> faults = List.of(new Fault(HEADER, "header.idempotencyKey"));
            http.abortWith(problem(ProblemName.MALFORMED_REQUEST, Problems.explain(faults, Language.of(headers))));
            return;
        }
        KeyedRequest request = read(http, key);
        Attempt attempt = answers.claim(request);
        if (attempt instanceof Claimed claimed) {
            http.setProperty(OURS, new Ours(request, claimed.claim()));
        } else {
            http.abortWith(answer(attempt, request));
        }
    }

    private KeyedRequest read(ContainerRequestContext http, String key) throws IOException {
        byte[] body = http.getEntityStream().readAllBytes();
        http.setEntityStream(new ByteArrayInputStream(body));
        URI address = http.getUriInfo().getRequestUri();
        String target = address.getRawPath() + "?" + Objects.requireNonNullElse(address.getRawQuery(), "");
        String caller = Objects.requireNonNullElse(http.getHeaderString(HttpHeaders.AUTHORIZATION), "");
        return KeyedRequest.of(keys.get().code(), http.getMethod(), target, caller, key, body);
    }

    private Response answer(Attempt attempt, KeyedRequest request) {
        if (attempt instanceof Answered answered) {
            return Answer.read(request.open(answered.sealed()), json).again();
        }
        if (attempt instanceof InProgress) {
            return Response.fromResponse(problem(ProblemName.REQUEST_IN_PROGRESS, null))
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
        return problem(ProblemName.IDEMPOTENCY_KEY_REUSED, null);
    }

    @Override
    public void filter(ContainerRequestContext http, ContainerResponseContext response) {
        if (!(http.getProperty(OURS) instanceof Ours ours)) {
            return;
        }
        if (response.getStatus() >= SERVER_ERROR || response.getStatus() == TOO_MANY_REQUESTS) {
            answers.release(ours.request(), ours.claim());
        } else {
            answers.keep(ours.request(), ours.claim(), Answer.of(response, json).write(json));
        }
    }

    private Response problem(ProblemName name, List<FieldError> errors) {
        Language language = Language.of(headers);
        return Problems.response(Problems.of(name, UUID.randomUUID(), language, errors), language);
    }
}
