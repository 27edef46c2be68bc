package io.sspr.reset.gate;

import io.sspr.contract.gate.CodeRefused;
import io.sspr.contract.gate.CodeRefused.Cause;
import io.sspr.contract.gate.GatePassed;
import io.sspr.contract.seal.Secret;
import io.sspr.outbox.Outbox;
import io.sspr.reset.authenticator.CheckAppCode;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.gate.Challenge.Status;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.question.CheckAnswers;
import io.sspr.reset.question.DrawQuestions;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.question.Question;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.SessionAccounts;
import io.sspr.reset.session.TakeTurn;
import io.sspr.reset.throttle.Limit;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Third step of a reset: the user gives the code, the answers or, on the phone, their approval. Of many tries at once with one code exactly one
 * passes, since a session's steps take turns. Source: R-FLW-07, R-FLW-08, R-PHN-11.
 */
@ApplicationScoped
class PassGate {
    private final TakeTurn turn;
    private final Tenants tenants;
    private final SessionAccounts sessionAccounts;
    private final Challenges challenges;
    private final CheckAppCode checkAppCode;
    private final CheckAnswers checkAnswers;
    private final DrawQuestions drawQuestions;
    private final Throttle throttle;
    private final Outbox outbox;
    private final ResetKeys keys;

    PassGate(
            TakeTurn turn,
            Tenants tenants,
            SessionAccounts sessionAccounts,
            Challenges challenges,
            CheckAppCode checkAppCode,
            CheckAnswers checkAnswers,
            DrawQuestions drawQuestions,
            Throttle throttle,
            Outbox outbox,
            ResetKeys keys) {
        this.turn = turn;
        this.tenants = tenants;
        this.sessionAccounts = sessionAccounts;
        this.challenges = challenges;
        this.checkAppCode = checkAppCode;
        this.checkAnswers = checkAnswers;
        this.drawQuestions = drawQuestions;
        this.throttle = throttle;
        this.outbox = outbox;
        this.keys = keys;
    }

    /**
     * What the user gives.
     *
     * @param code null unless a code is asked for
     * @param answers null unless questions are asked
     */
    record Reply(Secret code, List<GivenAnswer> answers) {
        boolean fits(Method method) {
            return method == Method.SECURITY_QUESTIONS ? answers != null : code != null;
        }
    }

    @Transactional
    Outcome<ResetSession> pass(UUID sessionId, UUID challengeId, Optional<Integer> seen, Reply reply) {
        return turn.atGates(
                sessionId,
                seen,
                (session, gates, now) -> challenges
                        .ofSession(sessionId, challengeId)
                        .map(challenge -> pass(session, gates, challenge, reply, now))
                        .orElseGet(() -> Outcome.declined(ProblemName.NOT_FOUND)));
    }

    /**
     * The user replied on the phone. A repetition, or a reply to a challenge that is no longer open, changes nothing; one that comes late is good as
     * long as the session is. Source: R-APP-03, R-FLW-33.
     */
    @Transactional
    void answered(UUID challengeId, boolean approved) {
        challenges
                .findByIdOptional(challengeId)
                .ifPresent(known -> turn.atGates(known.sessionId, Optional.empty(), (session, gates, now) -> {
                    Challenge challenge = challenges.fresh(known);
                    if (challenge.status == Status.OPEN) {
                        return approved
                                ? passed(session, gates, challenge, now)
                                : refused(session, challenge, Cause.DENIED, now);
                    }
                    return Outcome.declined(ProblemName.CODE_VOID);
                }));
    }

    private Outcome<ResetSession> pass(
            ResetSession session, GatesOpen gates, Challenge challenge, Reply reply, Instant now) {
        if (challenge.status != Status.OPEN) {
            return Outcome.declined(ProblemName.CODE_VOID);
        }
        if (challenge.channel().filter(channel -> !channel.carriesCodes()).isPresent()) {
            return Outcome.declined(ProblemName.REPLY_ON_PHONE);
        }
        if (!reply.fits(challenge.method)) {
            return Outcome.declined(ProblemName.MALFORMED_REQUEST);
        }
        if (challenge.isExpiredAt(now)) {
            return refused(session, challenge, Cause.EXPIRED, now);
        }
        return isRight(session, challenge, reply)
                ? passed(session, gates, challenge, now)
                : refused(session, challenge, Cause.WRONG, now);
    }

    private boolean isRight(ResetSession session, Challenge challenge, Reply reply) {
        return switch (challenge.method) {
            case MOBILE_PHONE, EMAIL, OFFICE_PHONE, APP_NOTIFICATION ->
                OneTimeCode.matches(reply.code(), challenge.id, keys.code(), challenge.codeHash);
            case APP_CODE -> checkAppCode.check(session.accountId(), reply.code());
            case SECURITY_QUESTIONS -> checkAnswers.check(session.accountId(), challenge.questions(), reply.answers());
        };
    }

    private Outcome<ResetSession> passed(ResetSession session, GatesOpen gates, Challenge challenge, Instant now) {
        challenge.status = Status.USED;
        session.moveTo(gates.passed(challenge.method));
        outbox.add(session.message(
                now,
                new GatePassed(
                        session.id(),
                        sessionAccounts.user(session),
                        challenge.gate,
                        challenge.method.name(),
                        session.gatesRequired())));
        return Outcome.done(session);
    }

    private Outcome<ResetSession> refused(ResetSession session, Challenge challenge, Cause cause, Instant now) {
        outbox.add(session.message(
                now,
                new CodeRefused(
                        session.id(),
                        sessionAccounts.user(session),
                        challenge.id,
                        challenge.gate,
                        challenge.method.name(),
                        cause)));
        if (cause == Cause.EXPIRED) {
            return Outcome.declined(ProblemName.CODE_EXPIRED);
        }
        session.step();
        if (cause == Cause.DENIED) {
            challenge.status = Status.VOID;
            if (challenge.method.isPhone()) {
                return Outcome.declined(ProblemName.CODE_VOID); // a call that somebody hung up on
            }
        }
        if (throttle.failed(sessionAccounts.attempts(session), limit(challenge))) {
            return TakeTurn.blocked(session);
        }
        if (challenge.method == Method.SECURITY_QUESTIONS) {
            drawAgain(session, challenge);
            return Outcome.declined(ProblemName.ANSWERS_WRONG);
        }
        return Outcome.declined(
                challenge.method == Method.APP_CODE ? ProblemName.APP_CODE_WRONG : ProblemName.CODE_WRONG);
    }

    /** Nobody may find the answers out one by one. Source: R-SQ-06. */
    private void drawAgain(ResetSession session, Challenge challenge) {
        int count = tenants.findById(session.tenantId()).policy().sq().resetCount();
        challenge.questions = drawQuestions.draw(session.accountId(), count).stream()
                .map(Question::key)
                .toList();
    }

    private static Limit limit(Challenge challenge) {
        return switch (challenge.method) {
            case MOBILE_PHONE, OFFICE_PHONE -> Limit.PHONE;
            case EMAIL -> Limit.MAIL_CODE;
            case APP_CODE, APP_NOTIFICATION -> Limit.APP;
            case SECURITY_QUESTIONS -> Limit.QUESTIONS;
        };
    }
}
