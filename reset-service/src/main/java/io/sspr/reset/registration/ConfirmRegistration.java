package io.sspr.reset.registration;

import io.sspr.contract.registration.RegistrationConfirmed;
import io.sspr.outbox.Outbox;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** "Looks good": the user found what is registered right, and is not asked again for as long as the tenant says. Source: R-REG-13. */
@ApplicationScoped
class ConfirmRegistration {
    private final EnterRegistration enter;
    private final Outbox outbox;

    ConfirmRegistration(EnterRegistration enter, Outbox outbox) {
        this.enter = enter;
        this.outbox = outbox;
    }

    /** @return what was confirmed; there is nothing to confirm for a user without registered data */
    @Transactional
    Outcome<List<Method>> confirm(Caller caller) {
        return enter.toChange(caller, visit -> {
            List<Method> methods = visit.registered().methods();
            if (methods.isEmpty()) {
                return Outcome.declined(ProblemName.NOT_FOUND);
            }
            visit.info().confirmedAt = visit.now();
            outbox.add(visit.message(new RegistrationConfirmed(
                    visit.user(), methods.stream().map(Method::name).toList())));
            return Outcome.done(methods);
        });
    }
}
