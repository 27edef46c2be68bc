package io.sspr.reset.registration;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.registration.Purpose;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.PhoneNumber;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.registration.StartVerification.Started;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Begins to register a phone: it gets a code or a call, and is stored once that is answered. Source: R-REG-08, R-REG-15, R-PHN-08. */
@ApplicationScoped
class RegisterPhone {
    private final EnterRegistration enter;
    private final StartVerification start;
    private final ResetConfig config;

    RegisterPhone(EnterRegistration enter, StartVerification start, ResetConfig config) {
        this.enter = enter;
        this.start = start;
        this.config = config;
    }

    /**
     * @param number empty for the one that the directory holds. Source: R-REG-17
     * @param wish SMS or VOICE; empty for the type's usual one
     */
    @Transactional
    Outcome<Started> begin(
            Caller caller, PhoneType type, Optional<PhoneNumber> number, Optional<Channel> wish, Language language) {
        Method method = type.method();
        Optional<Channel> channel = wish.or(method::channel);
        return enter.toChange(caller, visit -> {
            if (!visit.options(Mode.MANAGE).offered().contains(method) || !method.goesBy(channel, visit.tenant())) {
                return Outcome.declined(ProblemName.METHOD_NOT_REGISTRABLE);
            }
            Optional<PhoneNumber> wanted = number.or(() -> onFile(visit.info(), type));
            if (wanted.isEmpty()) {
                return Outcome.declined(ProblemName.PHONE_NUMBER_INVALID);
            }
            if (type == PhoneType.OFFICE && !visit.info().mayBeOfficePhone(wanted.get())) {
                return Outcome.declined(ProblemName.OFFICE_PHONE_SYNCED);
            }
            return begin(visit, method, wanted.get(), channel.orElseThrow(), language);
        });
    }

    private Outcome<Started> begin(Visit visit, Method method, PhoneNumber number, Channel channel, Language language) {
        Verification verification = new Verification(
                visit, Purpose.REGISTER, method, visit.now().plus(config.code().lifetime()));
        verification.datum = number.stored();
        return start.byMessage(visit, verification, channel, number.stored(), language);
    }

    private static Optional<PhoneNumber> onFile(SecurityInfo info, PhoneType type) {
        return switch (type) {
            case MOBILE -> info.directoryPhone();
            case OFFICE -> info.directoryOfficePhone();
        };
    }
}
