package io.sspr.reset.registration;

import io.sspr.reset.authenticator.Authenticator;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.Means;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.RequiredGates;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a user has verified, unlike what the directory merely holds. It stays when settings change; only how much of it counts changes with them.
 * Source: R-CFG-04, R-MTH-26, R-REG-15.
 *
 * @param apps oldest first
 */
record Registered(Means means, List<Authenticator> apps) {
    /** Methods good enough to guard all others. */
    private static final Set<Method> STRONG =
            EnumSet.of(Method.APP_NOTIFICATION, Method.APP_CODE, Method.MOBILE_PHONE, Method.OFFICE_PHONE);

    /** @param hasAnswers whether enough security questions are answered for a reset */
    static Registered of(SecurityInfo info, List<Authenticator> apps, boolean hasAnswers) {
        // The one added last of those that can be reached. Source: R-APP-03.
        Optional<String> device =
                apps.stream().flatMap(app -> app.device().stream()).reduce((former, later) -> later);
        return new Registered(
                new Means(info.phone(), info.officePhone(), info.mail(), device, !apps.isEmpty(), hasAnswers), apps);
    }

    /** The safest first. */
    List<Method> methods() {
        return Stream.of(Method.values())
                .filter(method -> method.destination(means).isPresent())
                .toList();
    }

    /** What of it counts for a reset, and whether that is enough. Source: R-REG-07, R-REG-09. */
    RequiredGates gates(Account account, Tenant tenant, Instant now) {
        return RequiredGates.of(account, means, tenant, now);
    }

    /**
     * The methods of which one has to be passed before anything is seen or changed: those that multifactor sign-in would take, or else the mail address.
     * Empty if nothing is registered that could be asked for. Source: R-REG-13, R-REG-14.
     */
    List<Method> provers(Tenant tenant) {
        List<Method> askable = methods().stream()
                .filter(method -> canBeAskedFor(method, tenant))
                .toList();
        List<Method> strong = askable.stream().filter(STRONG::contains).toList();
        return strong.isEmpty() ? askable : strong;
    }

    private static boolean canBeAskedFor(Method method, Tenant tenant) {
        return method == Method.APP_CODE || !method.channels(tenant).isEmpty();
    }
}
