package io.sspr.reset.registration;

import io.sspr.contract.registration.Purpose;
import io.sspr.reset.authenticator.SetUpAuthenticator;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.Method.Destination;
import io.sspr.reset.gate.PhoneNumber;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Texts;
import io.sspr.reset.registration.RegisterApp.SetUp;
import io.sspr.reset.registration.Verification.Status;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows a verification on its page, as often as its user looks: where the message went, and the secret of an app that waits to be set up. Source: R-REG-15,
 * R-EML-04.
 */
@ApplicationScoped
class ShowVerification {
    private final EnterRegistration enter;
    private final Verifications verifications;
    private final SetUpAuthenticator setUpAuthenticator;

    ShowVerification(EnterRegistration enter, Verifications verifications, SetUpAuthenticator setUpAuthenticator) {
        this.enter = enter;
        this.verifications = verifications;
        this.setUpAuthenticator = setUpAuthenticator;
    }

    @Transactional
    Outcome<ShownVerification> show(Caller caller, UUID id, Language language) {
        return enter.toLook(
                caller,
                visit -> verifications
                        .ofSignIn(id, visit)
                        .map(verification -> show(visit, verification, language))
                        .orElseGet(() -> Outcome.declined(ProblemName.NOT_FOUND)));
    }

    private Outcome<ShownVerification> show(Visit visit, Verification verification, Language language) {
        if (verification.purpose == Purpose.REGISTER && verification.status == Status.OPEN && !enter.isProven(visit)) {
            return Outcome.declined(ProblemName.PROOF_REQUIRED);
        }
        VerificationView view = verification.appSecret == null
                ? VerificationView.of(verification, null, warnings(visit, verification, language))
                : VerificationView.of(setUp(visit, verification));
        return Outcome.done(ShownVerification.of(view, hint(visit, verification), verification.createdAt, visit.now()));
    }

    private SetUp setUp(Visit visit, Verification verification) {
        return SetUp.of(
                visit,
                verification,
                setUpAuthenticator.prepared(visit.account().id(), verification.id, verification.appSecret));
    }

    /** Whether the user would need the very password to read that mail; a warning, not an error. Source: R-EML-04 */
    private static List<String> warnings(Visit visit, Verification verification, Language language) {
        boolean isOwnMailbox = verification.method == Method.EMAIL
                && datum(verification)
                        .flatMap(MailAddress::parse)
                        .filter(visit.info()::isOwnMailbox)
                        .isPresent();
        return isOwnMailbox ? List.of(Texts.get(language, "securityInfo.ownMailbox")) : null;
    }

    /** Masked: it may be one that the directory holds and the user has not shown to know. */
    private static String hint(Visit visit, Verification verification) {
        if (verification.purpose == Purpose.PROVE) {
            return verification
                    .method
                    .destination(visit.registered().means())
                    .map(Destination::hint)
                    .orElse(null);
        }
        return datum(verification)
                .flatMap(datum -> verification.method == Method.EMAIL
                        ? MailAddress.parse(datum).map(MailAddress::mask)
                        : PhoneNumber.parse(datum).map(PhoneNumber::mask))
                .orElse(null);
    }

    private static Optional<String> datum(Verification verification) {
        return Optional.ofNullable(verification.datum);
    }
}
