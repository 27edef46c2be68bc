package io.sspr.reset.registration;

import io.sspr.reset.authenticator.Authenticator;
import io.sspr.reset.authenticator.Authenticators;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.question.SecurityAnswers;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Removes what a user registered; what the directory holds besides stays and is used again. Source: R-REG-08. */
@ApplicationScoped
class RemoveMethod {
    private final EnterRegistration enter;
    private final Authenticators authenticators;
    private final SecurityAnswers answers;
    private final RecordChange recordChange;

    RemoveMethod(
            EnterRegistration enter,
            Authenticators authenticators,
            SecurityAnswers answers,
            RecordChange recordChange) {
        this.enter = enter;
        this.authenticators = authenticators;
        this.answers = answers;
        this.recordChange = recordChange;
    }

    @Transactional
    Outcome<Method> phone(Caller caller, PhoneType type) {
        return enter.toChange(caller, visit -> {
            if (type == PhoneType.OFFICE && visit.info().isOfficePhoneSynced()) {
                return Outcome.declined(ProblemName.OFFICE_PHONE_SYNCED);
            }
            return removed(visit, type.method(), visit.info().remove(type.method()));
        });
    }

    @Transactional
    Outcome<Method> mail(Caller caller) {
        return enter.toChange(
                caller, visit -> removed(visit, Method.EMAIL, visit.info().remove(Method.EMAIL)));
    }

    @Transactional
    Outcome<Method> app(Caller caller, UUID id) {
        return enter.toChange(caller, visit -> {
            Optional<Authenticator> app = visit.registered().apps().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst();
            boolean existed =
                    app.isPresent() && authenticators.remove(visit.account().id(), id);
            boolean isReached = app.flatMap(Authenticator::device).isPresent();
            return removed(visit, isReached ? Method.APP_NOTIFICATION : Method.APP_CODE, existed);
        });
    }

    @Transactional
    Outcome<Method> questions(Caller caller) {
        return enter.toChange(
                caller,
                visit -> removed(
                        visit,
                        Method.SECURITY_QUESTIONS,
                        answers.remove(visit.account().id())));
    }

    private Outcome<Method> removed(Visit visit, Method method, boolean existed) {
        if (!existed) {
            return Outcome.declined(ProblemName.NOT_FOUND);
        }
        recordChange.removed(visit, method);
        return Outcome.done(method);
    }
}
