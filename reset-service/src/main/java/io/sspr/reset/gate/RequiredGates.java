package io.sspr.reset.gate;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How an account has to prove itself: how many gates, and by which of the methods that its data allows. Users are bound by their tenant's policy;
 * administrators by a built-in one of two gates that no tenant can weaken.
 *
 * @param required number of gates, 1 or 2
 * @param usable methods that are allowed, filled and well-formed, in the order in which they are shown
 */
public record RequiredGates(int required, List<Method> usable) {
    /** Security questions are never enough for an administrator. Source: R-ADM-04, R-SQ-01. */
    private static final Set<Method> ADMINISTRATOR_METHODS =
            EnumSet.complementOf(EnumSet.of(Method.SECURITY_QUESTIONS));

    /** Source: R-ADM-06. */
    private static final Set<Method> BEGINNER_METHODS =
            EnumSet.of(Method.EMAIL, Method.MOBILE_PHONE, Method.OFFICE_PHONE);

    /** Source: R-MTH-20 … R-MTH-25, R-ADM-01 … R-ADM-07. */
    public static RequiredGates of(Account account, Means means, Tenant tenant, Instant now) {
        if (!account.isAdministrator()) {
            return of(tenant.policy().methodsRequired(), tenant.policy().methodsEnabled(), means, tenant);
        }
        return tenant.isBeginnerAt(now)
                ? of(1, BEGINNER_METHODS, means, tenant)
                : of(2, ADMINISTRATOR_METHODS, means, tenant);
    }

    /** What would be asked of one of the tenant's administrators who holds all that there is. Source: R-ADM-04 … R-ADM-07. */
    public static RequiredGates ofAdministrators(Tenant tenant, Instant now) {
        return tenant.isBeginnerAt(now)
                ? new RequiredGates(1, counting(BEGINNER_METHODS, 1, tenant))
                : new RequiredGates(2, counting(ADMINISTRATOR_METHODS, 2, tenant));
    }

    private static RequiredGates of(int required, Set<Method> allowed, Means means, Tenant tenant) {
        List<Method> usable = counting(allowed, required, tenant).stream()
                .filter(method -> method.destination(means).isPresent())
                .toList();
        return new RequiredGates(required, usable);
    }

    public boolean canBePassed() {
        return count(usable) >= required;
    }

    /** Whether a tenant's settings leave anybody a way through. Source: R-CHK-05. */
    public static boolean canBePassedBySomebody(Tenant tenant) {
        int required = tenant.policy().methodsRequired();
        return count(counting(tenant.policy().methodsEnabled(), required, tenant)) >= required;
    }

    /** A notification alone proves too little for a single gate (R-CFG-08); a tenant that may not call has no desk phones (R-PHN-09). */
    private static List<Method> counting(Set<Method> allowed, int required, Tenant tenant) {
        return allowed.stream()
                .filter(method -> required > 1 || method != Method.APP_NOTIFICATION)
                .filter(method -> tenant.mayCall() || method != Method.OFFICE_PHONE)
                .toList();
    }

    private static int count(List<Method> methods) {
        List<Method> different = new ArrayList<>();
        for (Method method : methods) {
            if (different.stream().noneMatch(method::isSameAs)) {
                different.add(method);
            }
        }
        return different.size();
    }
}
