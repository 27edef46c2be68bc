package io.sspr.reset.session;

import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.gate.Challenge;
import io.sspr.reset.gate.Challenges;
import io.sspr.reset.gate.Method.Destination;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.ResetView.ChallengeView;
import io.sspr.reset.session.ResetView.OfferedMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows a reset to its user, in the user's language. */
@ApplicationScoped
public class DescribeReset {
    private final ResetSessions sessions;
    private final Tenants tenants;
    private final Accounts accounts;
    private final Challenges challenges;

    DescribeReset(ResetSessions sessions, Tenants tenants, Accounts accounts, Challenges challenges) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.accounts = accounts;
        this.challenges = challenges;
    }

    @Transactional
    public ResetView describe(UUID id, Language language) {
        return describe(sessions.findById(id), null, language);
    }

    @Transactional
    ResetView describeBegun(UUID id, SessionToken token, Language language) {
        return describe(sessions.findById(id), token.reveal(), language);
    }

    private ResetView describe(ResetSession session, String token, Language language) {
        ResetState state = session.state();
        return new ResetView(
                session.id(),
                session.supportCode(),
                token,
                session.stateName(),
                session.expiresAt(),
                state.passed().size(),
                session.gatesRequired(),
                state instanceof GatesOpen gates ? offered(session, gates) : List.of(),
                challenges.open(session.id()).map(DescribeReset::challenge).orElse(null),
                problem(session, state, language).orElse(null));
    }

    private List<OfferedMethod> offered(ResetSession session, GatesOpen gates) {
        Account account = accounts.findById(session.accountId());
        return RequiredGates.of(account, tenants.findById(session.tenantId()).policy()).usable().stream()
                .filter(gates::allows)
                .map(method -> new OfferedMethod(
                        method,
                        method.destination(account).map(Destination::hint).orElseThrow()))
                .toList();
    }

    private static ChallengeView challenge(Challenge open) {
        return new ChallengeView(open.id(), open.method(), open.expiresAt(), open.delivery());
    }

    private static Optional<Problem> problem(ResetSession session, ResetState state, Language language) {
        if (state instanceof Refused refused) {
            return Optional.of(Problems.refused(refused.code(), Moment.AFTER_SUBMIT, session.supportCode(), language));
        }
        return session.passwordRefusal().map(refusal -> {
            ProblemName name = refusal.policy() == Policy.CLOUD
                    ? ProblemName.CLOUD_POLICY_VIOLATION
                    : ProblemName.ON_PREMISES_POLICY_VIOLATION;
            return refusal.rules().isEmpty()
                    ? Problems.of(name, session.supportCode(), language)
                    : Problems.of(name, session.supportCode(), language, Problems.rules(refusal.rules(), language));
        });
    }
}
