package io.sspr.reset.gate;

import io.sspr.contract.Person;
import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRefused.Cause;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.seal.Secret;
import io.sspr.outbox.Outbox;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetSessions;
import io.sspr.reset.session.ResetState;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Third step of a reset: the user types the code. The session's row is locked first, so of many tries at once with one code exactly one passes.
 * Source: R-FLW-07, R-FLW-08, R-PHN-11.
 */
@ApplicationScoped
class PassGate {
    private final ResetSessions sessions;
    private final Accounts accounts;
    private final Challenges challenges;
    private final Outbox outbox;
    private final ResetKeys keys;
    private final ResetConfig config;
    private final Clock clock;

    PassGate(
            ResetSessions sessions,
            Accounts accounts,
            Challenges challenges,
            Outbox outbox,
            ResetKeys keys,
            ResetConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.challenges = challenges;
        this.outbox = outbox;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    Outcome<ResetSession> pass(UUID sessionId, UUID challengeId, Secret typed) {
        ResetSession session = sessions.lock(sessionId).orElseThrow();
        Instant now = clock.instant();
        ResetState state = session.state();
        if (!(state instanceof GatesOpen gates)) {
            return Outcome.declined(
                    state instanceof PasswordOpen ? ProblemName.GATES_ALREADY_PASSED : ProblemName.SESSION_ENDED);
        }
        if (session.isExpiredAt(now)) {
            return Outcome.declined(ProblemName.SESSION_EXPIRED);
        }
        return challenges
                .ofSession(sessionId, challengeId)
                .map(challenge -> pass(session, gates, challenge, typed, now))
                .orElseGet(() -> Outcome.declined(ProblemName.NOT_FOUND));
    }

    private Outcome<ResetSession> pass(
            ResetSession session, GatesOpen gates, Challenge challenge, Secret typed, Instant now) {
        if (challenge.status != Challenge.Status.OPEN) {
            return Outcome.declined(ProblemName.CODE_VOID);
        }
        if (challenge.isExpiredAt(now)) {
            return refuse(session, challenge, Cause.EXPIRED, ProblemName.CODE_EXPIRED, now);
        }
        if (!OneTimeCode.matches(typed, challenge.id, keys.code(), challenge.codeHash)) {
            challenge.wrong++;
            if (challenge.wrong >= config.code().attempts()) {
                challenge.status = Challenge.Status.VOID;
            }
            return refuse(session, challenge, Cause.WRONG, ProblemName.CODE_WRONG, now);
        }
        challenge.status = Challenge.Status.USED;
        session.moveTo(gates.passed(challenge.method));
        outbox.add(session.message(
                now,
                new GatePassed(
                        session.id(),
                        person(session),
                        challenge.gate,
                        challenge.method.name(),
                        session.gatesRequired())));
        return Outcome.done(session);
    }

    private Outcome<ResetSession> refuse(
            ResetSession session, Challenge challenge, Cause cause, ProblemName problem, Instant now) {
        outbox.add(session.message(
                now,
                new CodeRefused(
                        session.id(), person(session), challenge.id, challenge.gate, challenge.method.name(), cause)));
        return Outcome.declined(problem);
    }

    private Person person(ResetSession session) {
        return accounts.findById(session.accountId()).person(session.ipAddress());
    }
}
