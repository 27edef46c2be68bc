package io.sspr.reset.registration;

import io.sspr.contract.delivery.Channel;
import io.sspr.reset.authenticator.SetUpAuthenticator.NewApp;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.PhoneNumber;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.registration.RegisterApp.SetUp;
import io.sspr.reset.registration.StartVerification.Started;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.Outcome.Done;
import io.sspr.reset.signin.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Begins whatever a user has to verify, for the API and for the pages alike: reads what was typed, and sends the message once all is stored. Call it
 * outside of a transaction. Where a form is named, that form begins one verification at most; the API names none.
 */
@ApplicationScoped
class BeginVerification {
    private final ProveIdentity proveIdentity;
    private final RegisterPhone registerPhone;
    private final RegisterMail registerMail;
    private final RegisterApp registerApp;
    private final RepeatVerification repeatVerification;
    private final StartVerification startVerification;
    private final BeginOnce beginOnce;

    BeginVerification(
            ProveIdentity proveIdentity,
            RegisterPhone registerPhone,
            RegisterMail registerMail,
            RegisterApp registerApp,
            RepeatVerification repeatVerification,
            StartVerification startVerification,
            BeginOnce beginOnce) {
        this.proveIdentity = proveIdentity;
        this.registerPhone = registerPhone;
        this.registerMail = registerMail;
        this.registerApp = registerApp;
        this.repeatVerification = repeatVerification;
        this.startVerification = startVerification;
        this.beginOnce = beginOnce;
    }

    /** @param channel null for the method's usual one */
    Outcome<Started> ofIdentity(Caller caller, UUID form, Method method, Channel channel, Language language) {
        return once(caller, form, () -> proveIdentity.begin(caller, method, Optional.ofNullable(channel), language));
    }

    /**
     * @param typed null for the number that the directory holds
     * @param country null if {@code typed} begins with its country code
     * @param channel null for the type's usual one
     */
    Outcome<Started> ofPhone(
            Caller caller,
            UUID form,
            PhoneType type,
            String typed,
            String country,
            Channel channel,
            Language language) {
        Optional<PhoneNumber> number = Optional.ofNullable(typed).flatMap(text -> ReadPhoneNumber.read(text, country));
        return typed != null && number.isEmpty()
                ? Outcome.declined(ProblemName.PHONE_NUMBER_INVALID)
                : once(
                        caller,
                        form,
                        () -> registerPhone.begin(caller, type, number, Optional.ofNullable(channel), language));
    }

    /** @param typed null for the address that the directory holds */
    Outcome<Started> ofMail(Caller caller, UUID form, String typed, Language language) {
        Optional<MailAddress> address =
                Optional.ofNullable(typed).map(String::strip).flatMap(MailAddress::parse);
        return typed != null && address.isEmpty()
                ? Outcome.declined(ProblemName.MAIL_ADDRESS_INVALID)
                : once(caller, form, () -> registerMail.begin(caller, address, language));
    }

    Outcome<SetUp> ofApp(Caller caller, NewApp app) {
        return registerApp.begin(caller, app);
    }

    /** The message of an open verification once more. */
    Outcome<Started> again(Caller caller, UUID form, UUID verification, Language language) {
        return once(caller, form, () -> repeatVerification.repeat(caller, verification, language));
    }

    private Outcome<Started> once(Caller caller, UUID form, Supplier<Outcome<Started>> begin) {
        Outcome<Started> outcome = beginOnce.begin(caller, form, begin);
        if (outcome instanceof Done<Started> done) {
            startVerification.send(done.value());
        }
        return outcome;
    }
}
