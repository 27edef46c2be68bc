package io.sspr.reset.registration;

import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Shows the user how far a verification of this sign-in is: whether the message went out, whether they replied on the phone. */
@ApplicationScoped
class LookAtVerification {
    private final EnterRegistration enter;
    private final Verifications verifications;

    LookAtVerification(EnterRegistration enter, Verifications verifications) {
        this.enter = enter;
        this.verifications = verifications;
    }

    @Transactional
    Outcome<Verification> look(Caller caller, UUID id) {
        return enter.toLook(
                caller,
                visit -> verifications
                        .ofSignIn(id, visit)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.declined(ProblemName.NOT_FOUND)));
    }
}
