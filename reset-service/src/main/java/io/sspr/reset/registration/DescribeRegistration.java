package io.sspr.reset.registration;

import io.sspr.reset.directory.Groups;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.Method.Destination;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.policy.TenantPolicy.Scope;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Texts;
import io.sspr.reset.question.OfferedQuestions;
import io.sspr.reset.registration.RegistrationView.OptionView;
import io.sspr.reset.registration.RegistrationView.ProofMethod;
import io.sspr.reset.registration.RegistrationView.ProofView;
import io.sspr.reset.registration.RegistrationView.QuestionView;
import io.sspr.reset.registration.RegistrationView.QuestionsView;
import io.sspr.reset.registration.RegistrationView.RegisteredView;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Shows a user what they have registered and what they can. Source: R-REG-05 … R-REG-18. */
@ApplicationScoped
class DescribeRegistration {
    private final EnterRegistration enter;
    private final Groups groups;

    DescribeRegistration(EnterRegistration enter, Groups groups) {
        this.enter = enter;
        this.groups = groups;
    }

    @Transactional
    Outcome<RegistrationView> describe(Caller caller, Mode mode, Language language) {
        return enter.toLook(caller, visit -> Outcome.done(view(visit, mode, language)));
    }

    private RegistrationView view(Visit visit, Mode mode, Language language) {
        TenantPolicy policy = visit.tenant().policy();
        Registered registered = visit.registered();
        Options options = visit.options(mode);
        boolean isProven = enter.isProven(visit);
        boolean isAsked = mode == Mode.INTERRUPT && !visit.isComplete();
        return new RegistrationView(
                visit.signIn(),
                mode,
                title(visit, mode, language),
                options.counting().required(),
                visit.isComplete(),
                Interrupt.of(
                        policy,
                        visit.isComplete(),
                        options.lackMfa(registered.methods()),
                        visit.info().confirmedAt(),
                        visit.now()),
                visit.info().confirmedAt().orElse(null),
                Interrupt.reconfirmAt(policy, visit.info().confirmedAt()).orElse(null),
                new ProofView(!isProven, proofMethods(visit)),
                isProven ? registered(visit) : null,
                options.offered().stream()
                        .map(method -> option(visit, options, method, mode, isProven))
                        .toList(),
                isAsked ? options.proposal(registered.methods()) : List.of(),
                options.offered().contains(Method.SECURITY_QUESTIONS) ? questions(policy, language) : null);
    }

    private static List<ProofMethod> proofMethods(Visit visit) {
        return visit.registered().provers(visit.tenant()).stream()
                .map(method -> new ProofMethod(method, hint(visit, method), method.channels(visit.tenant())))
                .toList();
    }

    private static List<RegisteredView> registered(Visit visit) {
        RequiredGates gates = visit.registered().gates(visit.account(), visit.tenant(), visit.now());
        Stream<RegisteredView> apps = visit.registered().apps().stream().map(app -> {
            boolean counts = gates.usable().stream()
                    .anyMatch(method -> method == Method.APP_CODE
                            || (method == Method.APP_NOTIFICATION
                                    && app.device().isPresent()));
            Method method = app.device().isPresent() ? Method.APP_NOTIFICATION : Method.APP_CODE;
            return new RegisteredView(method, app.id(), app.name(), app.kind(), null, counts, false, true);
        });
        Stream<RegisteredView> others = visit.registered().methods().stream()
                .filter(method -> !method.isApp())
                .map(method -> {
                    boolean isFixed =
                            method == Method.OFFICE_PHONE && visit.info().isOfficePhoneSynced();
                    return new RegisteredView(
                            method,
                            null,
                            null,
                            null,
                            hint(visit, method),
                            gates.usable().contains(method),
                            method != Method.SECURITY_QUESTIONS && !isFixed,
                            !isFixed);
                });
        return Stream.concat(apps, others).toList();
    }

    private static OptionView option(Visit visit, Options options, Method method, Mode mode, boolean isProven) {
        return new OptionView(
                method,
                options.counts(method),
                options.mfa().contains(method),
                // An app proves itself by a code even if it is reached by notifications later.
                method.isApp() ? List.of() : method.channels(visit.tenant()),
                isProven
                        ? Prefill.hint(method, mode, visit.info(), visit.registered())
                                .orElse(null)
                        : null);
    }

    private static QuestionsView questions(TenantPolicy policy, Language language) {
        return new QuestionsView(
                policy.sq().registerCount(),
                OfferedQuestions.of(policy.sq().predefined(), policy.sq().custom()).inOrder().stream()
                        .map(question -> new QuestionView(question.key(), question.text(language)))
                        .toList());
    }

    private static String hint(Visit visit, Method method) {
        return method.destination(visit.registered().means())
                .map(Destination::hint)
                .orElse(null);
    }

    /** Source: R-REG-18. */
    private String title(Visit visit, Mode mode, Language language) {
        boolean mayLoseAccess = mode == Mode.INTERRUPT && isInScope(visit);
        return Texts.get(language, mayLoseAccess ? "securityInfo.dontLoseAccess" : "securityInfo.title");
    }

    /** Administrators may register although they are not. */
    private boolean isInScope(Visit visit) {
        TenantPolicy policy = visit.tenant().policy();
        return policy.ssprEnabled() == Scope.ALL
                || (policy.ssprEnabled() == Scope.SELECTED
                        && policy.scopeGroup()
                                .filter(group -> groups.isMember(visit.account(), group))
                                .isPresent());
    }
}
