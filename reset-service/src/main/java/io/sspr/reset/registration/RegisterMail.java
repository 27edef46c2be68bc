package io.sspr.reset.registration;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.registration.Purpose;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.registration.StartVerification.Started;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Begins to register a mail address: it gets a code, and is stored once that is typed. Source: R-REG-08, R-REG-15. */
@ApplicationScoped
class RegisterMail {
    private final EnterRegistration enter;
    private final StartVerification start;
    private final ResetConfig config;

    RegisterMail(EnterRegistration enter, StartVerification start, ResetConfig config) {
        this.enter = enter;
        this.start = start;
        this.config = config;
    }

    /** @param address empty for the one that the directory holds. Source: R-REG-17 */
    @Transactional
    Outcome<Started> begin(Caller caller, Optional<MailAddress> address, Language language) {
        return enter.toChange(caller, visit -> {
            if (!visit.options(Mode.MANAGE).offered().contains(Method.EMAIL)) {
                return Outcome.declined(ProblemName.METHOD_NOT_REGISTRABLE);
            }
            Optional<MailAddress> wanted = address.or(visit.info()::directoryMail);
            return wanted.isPresent()
                    ? begin(visit, wanted.get(), language)
                    : Outcome.declined(ProblemName.MAIL_ADDRESS_INVALID);
        });
    }

    private Outcome<Started> begin(Visit visit, MailAddress address, Language language) {
        Verification verification = new Verification(
                visit,
                Purpose.REGISTER,
                Method.EMAIL,
                visit.now().plus(config.code().lifetime()));
        verification.datum = address.stored();
        return start.byMessage(visit, verification, Channel.EMAIL, address.stored(), language);
    }
}
