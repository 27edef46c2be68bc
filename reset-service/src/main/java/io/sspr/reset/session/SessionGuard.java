package io.sspr.reset.session;

import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.session.Outcome.Declined;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Lets only the client that began a session go on with it, and turns a step's outcome into an answer. */
@ApplicationScoped
public class SessionGuard {
    private final ResetSessions sessions;

    SessionGuard(ResetSessions sessions) {
        this.sessions = sessions;
    }

    /** The session's support code; empty if there is no such session or the token is another's: the caller cannot tell which. */
    @Transactional
    public Optional<UUID> supportCode(UUID session, HttpHeaders headers) {
        return SessionToken.fromHeader(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .flatMap(token -> sessions.findByIdOptional(session).filter(token::opens))
                .map(ResetSession::supportCode);
    }

    /** The answer for a caller without the session's token. */
    public static Response stranger(HttpHeaders headers) {
        Language language = Language.of(headers);
        return Problems.response(Problems.of(ProblemName.NOT_AUTHENTICATED, UUID.randomUUID(), language), language);
    }

    /** The answer to a step: what {@code done} makes of its value, or the problem that it ran into. */
    public static <T> Response answer(
            Outcome<T> outcome, Moment moment, UUID supportCode, Language language, Function<T, Response> done) {
        return outcome.fold(
                done,
                refused -> Problems.response(Problems.refused(refused.code(), moment, supportCode, language), language),
                declined -> Problems.response(problem(declined, supportCode, language), language));
    }

    /** What the user is told of a step that was not taken. */
    static Problem problem(Declined<?> declined, UUID supportCode, Language language) {
        return declined.rules().isEmpty()
                ? Problems.of(declined.problem(), supportCode, language)
                : Problems.of(declined.problem(), supportCode, language, Problems.rules(declined.rules(), language));
    }
}
