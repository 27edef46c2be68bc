package io.sspr.reset.session;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.OfferUnlock;
import io.sspr.reset.gate.Challenge;
import io.sspr.reset.gate.Challenge.Delivery;
import io.sspr.reset.gate.Challenges;
import io.sspr.reset.gate.Means;
import io.sspr.reset.gate.Method.Destination;
import io.sspr.reset.gate.OfferMethods;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.question.DrawQuestions;
import io.sspr.reset.session.ResetState.Blocked;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.ResetView.ChallengeView;
import io.sspr.reset.session.ResetView.OfferedMethod;
import io.sspr.reset.session.ResetView.QuestionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows a reset to its user, in the user's language. */
@ApplicationScoped
public class DescribeReset {
    /** About what a gateway takes; a decoy's messages seem to go out as others do. */
    private static final Duration USUAL_DELIVERY = Duration.ofMillis(300);

    private final ResetSessions sessions;
    private final Tenants tenants;
    private final SessionAccounts sessionAccounts;
    private final OfferMethods offerMethods;
    private final OfferUnlock offerUnlock;
    private final DrawQuestions drawQuestions;
    private final Challenges challenges;
    private final Clock clock;

    DescribeReset(
            ResetSessions sessions,
            Tenants tenants,
            SessionAccounts sessionAccounts,
            OfferMethods offerMethods,
            OfferUnlock offerUnlock,
            DrawQuestions drawQuestions,
            Challenges challenges,
            Clock clock) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.sessionAccounts = sessionAccounts;
        this.offerMethods = offerMethods;
        this.offerUnlock = offerUnlock;
        this.drawQuestions = drawQuestions;
        this.challenges = challenges;
        this.clock = clock;
    }

    @Transactional
    public ResetView describe(UUID id, Language language) {
        return describe(id, null, language);
    }

    /** The open challenge of a session that has one. */
    @Transactional
    public ChallengeView challenge(UUID id, Language language) {
        return challenge(sessions.findById(id), challenges.open(id).orElseThrow(), language);
    }

    @Transactional
    ResetView describeBegun(UUID id, SessionToken token, Language language) {
        return describe(id, token.reveal(), language);
    }

    private ResetView describe(UUID id, String token, Language language) {
        // Before the session: else a gate that opens meanwhile shows as closed, with nothing that could open it.
        Optional<Challenge> open = challenges.open(id);
        ResetSession session = sessions.findById(id);
        ResetState state = session.state();
        Tenant tenant = tenants.findById(session.tenantId());
        Account account = sessionAccounts.of(session);
        return new ResetView(
                session.id(),
                session.supportCode(),
                token,
                session.stateName(),
                session.version(),
                session.expiresAt(),
                state.passed().size(),
                session.gatesRequired(),
                state instanceof GatesOpen gates ? offered(tenant, account, gates) : List.of(),
                open.filter(challenge -> state instanceof GatesOpen gates && gates.allows(challenge.method()))
                        .map(challenge -> challenge(session, challenge, language))
                        .orElse(null),
                state.isOpen() && offerUnlock.isOffered(tenant, account),
                problem(session, state, language).orElse(null));
    }

    private List<OfferedMethod> offered(Tenant tenant, Account account, GatesOpen gates) {
        Means means = offerMethods.means(tenant, account);
        return RequiredGates.of(account, means, tenant, clock.instant()).usable().stream()
                .filter(gates::allows)
                .map(method -> new OfferedMethod(
                        method, method.destination(means).map(Destination::hint).orElse(null), method.channels(tenant)))
                .toList();
    }

    private ChallengeView challenge(ResetSession session, Challenge open, Language language) {
        List<QuestionView> questions = drawQuestions.drawn(session.accountId(), open.questions()).stream()
                .map(question -> new QuestionView(question.key(), question.text(language)))
                .toList();
        return new ChallengeView(
                open.id(),
                open.method(),
                open.channel().orElse(null),
                open.expiresAt(),
                delivery(session, open).orElse(null),
                questions.isEmpty() ? null : questions);
    }

    private Optional<Delivery> delivery(ResetSession session, Challenge open) {
        boolean seemsDelivered =
                session.isDecoy() && clock.instant().isAfter(open.createdAt().plus(USUAL_DELIVERY));
        return seemsDelivered ? open.delivery().map(sent -> Delivery.DELIVERED) : open.delivery();
    }

    private static Optional<Problem> problem(ResetSession session, ResetState state, Language language) {
        if (state instanceof Refused refused) {
            return Optional.of(Problems.refused(refused.code(), Moment.AFTER_SUBMIT, session.supportCode(), language));
        }
        if (state instanceof Blocked) {
            return Optional.of(Problems.of(ProblemName.THROTTLED, session.supportCode(), language));
        }
        return session.passwordRefusal().map(refusal -> {
            ProblemName name = ProblemName.of(refusal.policy());
            return refusal.rules().isEmpty()
                    ? Problems.of(name, session.supportCode(), language)
                    : Problems.of(name, session.supportCode(), language, Problems.rules(refusal.rules(), language));
        });
    }
}
