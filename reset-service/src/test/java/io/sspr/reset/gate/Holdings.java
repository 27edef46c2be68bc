package io.sspr.reset.gate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What somebody holds to prove themselves with, by the methods that it is good for. */
final class Holdings {
    private Holdings() {}

    static Means of(Method... methods) {
        Set<Method> held = EnumSet.noneOf(Method.class);
        held.addAll(Set.of(methods));
        return new Means(
                PhoneNumber.parse("+1 4251234567").filter(phone -> held.contains(Method.MOBILE_PHONE)),
                PhoneNumber.parse("+1 4257654321").filter(phone -> held.contains(Method.OFFICE_PHONE)),
                MailAddress.parse("alice@private.example").filter(mail -> held.contains(Method.EMAIL)),
                Optional.of("device").filter(device -> held.contains(Method.APP_NOTIFICATION)),
                held.contains(Method.APP_CODE) || held.contains(Method.APP_NOTIFICATION),
                held.contains(Method.SECURITY_QUESTIONS));
    }

    static Means all() {
        return of(Method.values());
    }
}
