package io.sspr.reset.registration;

import io.sspr.contract.registration.Purpose;
import io.sspr.reset.gate.Method.Destination;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.registration.StartVerification.Started;
import io.sspr.reset.registration.Verification.Status;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Sends the message of an open verification once more, with a code of its own; the former one is void. It counts as any other. Source: R-FLW-31, R-PHN-11. */
@ApplicationScoped
class RepeatVerification {
    private final EnterRegistration enter;
    private final Verifications verifications;
    private final StartVerification start;

    RepeatVerification(EnterRegistration enter, Verifications verifications, StartVerification start) {
        this.enter = enter;
        this.verifications = verifications;
        this.start = start;
    }

    @Transactional
    Outcome<Started> repeat(Caller caller, UUID id, Language language) {
        return enter.toVerify(
                caller,
                visit -> verifications
                        .ofSignIn(id, visit)
                        .filter(former -> former.channel != null)
                        .map(former -> repeat(visit, former, language))
                        .orElseGet(() -> Outcome.declined(ProblemName.NOT_FOUND)));
    }

    private Outcome<Started> repeat(Visit visit, Verification former, Language language) {
        if (former.status != Status.OPEN) {
            return Outcome.declined(ProblemName.CODE_VOID);
        }
        if (former.purpose == Purpose.REGISTER && !enter.isProven(visit)) {
            return Outcome.declined(ProblemName.PROOF_REQUIRED);
        }
        Optional<String> address = address(visit, former);
        if (address.isEmpty() || !former.method.goesBy(Optional.of(former.channel), visit.tenant())) {
            return Outcome.declined(ProblemName.METHOD_NOT_OFFERED);
        }
        Duration lifetime = Duration.between(former.createdAt, former.expiresAt);
        Verification another = new Verification(
                visit, former.purpose, former.method, visit.now().plus(lifetime));
        another.datum = former.datum;
        return start.byMessage(visit, another, former.channel, address.get(), language);
    }

    /** Who proves who they are is reached at what is registered now. */
    private static Optional<String> address(Visit visit, Verification former) {
        return former.purpose == Purpose.REGISTER
                ? Optional.ofNullable(former.datum)
                : former.method.destination(visit.registered().means()).map(Destination::address);
    }
}
