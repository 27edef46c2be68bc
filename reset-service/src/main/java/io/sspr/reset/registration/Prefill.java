package io.sspr.reset.registration;

import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.PhoneNumber;
import java.util.Optional;

/**
 * What the directory holds and the user need not type again, masked. A phone and a mail address are proposed at the first registration only; later on, a
 * mail address that administrators entered is not shown. Source: R-REG-17, R-MTH-09.
 */
final class Prefill {
    private Prefill() {}

    static Optional<String> hint(Method method, Mode mode, SecurityInfo info, Registered registered) {
        boolean isFirst = registered.methods().isEmpty();
        return switch (method) {
            case MOBILE_PHONE -> info.directoryPhone().filter(phone -> isFirst).map(PhoneNumber::mask);
            case EMAIL ->
                info.directoryMail()
                        .filter(mail -> isFirst && mode == Mode.INTERRUPT)
                        .map(MailAddress::mask);
            case OFFICE_PHONE ->
                info.directoryOfficePhone()
                        .filter(phone -> info.officePhone().isEmpty())
                        .map(PhoneNumber::mask);
            case APP_NOTIFICATION, APP_CODE, SECURITY_QUESTIONS -> Optional.empty();
        };
    }
}
