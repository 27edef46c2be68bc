package io.sspr.reset.registration;

import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.SessionGuard;
import io.sspr.reset.signin.Caller;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;

/** How steps of registration are answered over HTTP. Nothing of it may be kept by a cache. */
final class RegistrationAnswers {
    private RegistrationAnswers() {}

    static <T> Response answer(Outcome<T> outcome, Caller caller, Language language, Function<T, Response> done) {
        return SessionGuard.answer(outcome, Moment.BEFORE_GATES, caller.signInId(), language, done);
    }

    static Response ok(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    static Response begun(VerificationView view) {
        return Response.accepted(view)
                .location(URI.create("/api/v1/registration/verifications/" + view.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
