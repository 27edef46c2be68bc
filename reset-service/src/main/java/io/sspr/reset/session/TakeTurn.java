package io.sspr.reset.session;

import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.WritebackPending;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a step of a reset happen only in its turn: the session's row is locked first, so that of many steps at once one is taken after the other, and
 * each finds the state that the former left behind. A session of a blocked account ends here, and one is refused whose user has a new password already.
 * Source: R-FLW-03, R-FLW-12, R-FLW-41, R-THR-10.
 */
@ApplicationScoped
public class TakeTurn {
    private final ResetSessions sessions;
    private final SessionAccounts sessionAccounts;
    private final Throttle throttle;
    private final Clock clock;

    TakeTurn(ResetSessions sessions, SessionAccounts sessionAccounts, Throttle throttle, Clock clock) {
        this.sessions = sessions;
        this.sessionAccounts = sessionAccounts;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** A step that is possible in one state only. */
    @FunctionalInterface
    public interface Step<S extends ResetState, T> {
        Outcome<T> take(ResetSession session, S state, Instant now);
    }

    /**
     * A step before the gates are passed.
     *
     * @param seen the version of the session that the client has looked at; empty if the client does not mind
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Outcome<T> atGates(UUID sessionId, Optional<Integer> seen, Step<GatesOpen, T> step) {
        return take(sessionId, seen, GatesOpen.class, step);
    }

    /** A step after the gates are passed; {@code seen} as above. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Outcome<T> atPassword(UUID sessionId, Optional<Integer> seen, Step<PasswordOpen, T> step) {
        return take(sessionId, seen, PasswordOpen.class, step);
    }

    private <S extends ResetState, T> Outcome<T> take(
            UUID sessionId, Optional<Integer> seen, Class<S> turn, Step<S, T> step) {
        ResetSession session = sessions.lock(sessionId).orElseThrow();
        Instant now = clock.instant();
        ResetState state = session.state();
        if (!turn.isInstance(state)) {
            return Outcome.declined(outOfTurn(state));
        }
        if (session.isExpiredAt(now)) {
            return Outcome.declined(ProblemName.SESSION_EXPIRED);
        }
        if (throttle.isBlocked(session.throttleSubject())) {
            return blocked(session);
        }
        if (isOvertaken(session)) {
            return Outcome.declined(ProblemName.SESSION_ENDED);
        }
        if (seen.filter(version -> version != session.version()).isPresent()) {
            return Outcome.declined(ProblemName.VERSION_OUTDATED);
        }
        return step.take(session, turn.cast(state), now);
    }

    /** Ends a session whose account was blocked just now, or meanwhile by another session. Source: R-ERR-92. */
    public static <T> Outcome<T> blocked(ResetSession session) {
        ResetState state = session.state();
        if (state instanceof GatesOpen gates) {
            session.moveTo(gates.blocked());
        } else if (state instanceof PasswordOpen password) {
            session.moveTo(password.blocked());
        }
        return Outcome.declined(ProblemName.THROTTLED);
    }

    /** Whether the user has had a new password since this session began: from then on it leads nowhere. Source: R-FLW-12. */
    private boolean isOvertaken(ResetSession session) {
        return sessionAccounts
                .of(session)
                .passwordSetAt()
                .filter(setAt -> setAt.isAfter(session.createdAt()))
                .isPresent();
    }

    private static ProblemName outOfTurn(ResetState state) {
        if (state instanceof GatesOpen) {
            return ProblemName.GATES_NOT_PASSED;
        }
        if (state instanceof PasswordOpen) {
            return ProblemName.GATES_ALREADY_PASSED;
        }
        if (state instanceof ResetState.Blocked) {
            return ProblemName.THROTTLED;
        }
        return state instanceof WritebackPending ? ProblemName.SUBMIT_IN_FLIGHT : ProblemName.SESSION_ENDED;
    }
}
