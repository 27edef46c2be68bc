package io.sspr.reset.registration;

import io.sspr.reset.registration.StartVerification.Started;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Begins what a form asks for once, however often the form is sent: whoever sends it again, be it at the same moment, gets what was begun at first, and no
 * second message goes out. Source: R-FLW-34.
 */
@ApplicationScoped
class BeginOnce {
    private final EnterRegistration enter;
    private final Verifications verifications;

    BeginOnce(EnterRegistration enter, Verifications verifications) {
        this.enter = enter;
        this.verifications = verifications;
    }

    /**
     * @param form names the form and what was typed in it; null if there is none
     * @param first begins it
     */
    @Transactional
    Outcome<Started> begin(Caller caller, UUID form, Supplier<Outcome<Started>> first) {
        if (form == null) {
            return first.get();
        }
        return enter.toVerify(
                caller,
                visit -> verifications
                        .ofForm(form, visit)
                        .map(begun -> Outcome.done(new Started(begun, Optional.empty())))
                        .orElseGet(() -> named(form, first.get())));
    }

    private static Outcome<Started> named(UUID form, Outcome<Started> outcome) {
        if (outcome instanceof Outcome.Done<Started> done) {
            done.value().verification().form = form;
        }
        return outcome;
    }
}
