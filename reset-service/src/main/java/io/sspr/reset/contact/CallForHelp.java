package io.sspr.reset.contact;

import io.sspr.outbox.Outbox;
import io.sspr.reset.contact.DescribeCall.Caller;
import io.sspr.reset.contact.DescribeCall.Obstacle;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.gate.Challenges;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetSessions;
import io.sspr.reset.session.ResetState;
import io.sspr.reset.session.ResetState.Blocked;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.SessionAccounts;
import io.sspr.reset.session.StateName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever gets no further with a reset asks the administrators for help, once; also after it has ended, unless well, and while its account is blocked.
 * Whoever follows a decoy is told the same, and no administrator hears of it. Source: R-FLW-32, R-ERR-43, R-HLP-01 … R-HLP-08.
 */
@ApplicationScoped
class CallForHelp {
    /** The page of a reset that has ended may be open for a while. */
    private static final Duration POSSIBLE_FOR = Duration.ofHours(1);

    private final ResetSessions sessions;
    private final SessionAccounts sessionAccounts;
    private final Tenants tenants;
    private final Challenges challenges;
    private final HelpRequests requests;
    private final DescribeCall describeCall;
    private final Outbox outbox;
    private final Clock clock;

    CallForHelp(
            ResetSessions sessions,
            SessionAccounts sessionAccounts,
            Tenants tenants,
            Challenges challenges,
            HelpRequests requests,
            DescribeCall describeCall,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.sessionAccounts = sessionAccounts;
        this.tenants = tenants;
        this.challenges = challenges;
        this.requests = requests;
        this.describeCall = describeCall;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Outcome<Answer> call(UUID sessionId) {
        ResetSession session = sessions.lock(sessionId).orElseThrow();
        if (!isPossible(session)) {
            return Outcome.declined(ProblemName.SESSION_ENDED);
        }
        Tenant tenant = tenants.findById(session.tenantId());
        Answer answer = new Answer(session.supportCode(), Optional.of(tenant.id()), Helpdesk.of(tenant));
        if (answer.helpdesk().isPresent() || requests.hasAsked(session.id())) {
            return Outcome.done(answer);
        }
        Instant now = clock.instant();
        if (!requests.mayAsk(session.throttleSubject(), session.id(), now)) {
            return Outcome.declined(ProblemName.HELP_ASKED_TOO_OFTEN);
        }
        outbox.add(session.message(now, describeCall.describe(tenant, caller(session), obstacle(session.state()))));
        return Outcome.done(answer);
    }

    /** Whether there is anything to ask help for, and not too long ago. */
    boolean isPossible(ResetSession session) {
        return session.stateName() != StateName.SUCCEEDED
                && clock.instant().isBefore(session.createdAt().plus(POSSIBLE_FOR));
    }

    private Caller caller(ResetSession session) {
        return new Caller(
                sessionAccounts.of(session),
                sessionAccounts.user(session),
                session.id(),
                challenges.latest(session.id()),
                session.language());
    }

    private static Obstacle obstacle(ResetState state) {
        if (state instanceof Refused refused) {
            return Obstacle.of(refused.code());
        }
        return state instanceof Blocked ? Obstacle.BLOCKED : Obstacle.NONE;
    }
}
