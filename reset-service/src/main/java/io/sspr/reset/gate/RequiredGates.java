package io.sspr.reset.gate;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.TenantPolicy;
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
    private static final int ADMINISTRATOR_GATES = 2;
    private static final Set<Method> ADMINISTRATOR_METHODS = EnumSet.of(Method.EMAIL, Method.MOBILE_PHONE);

    /** Source: R-MTH-20 … R-MTH-25, R-ADM-01, R-ADM-04, R-ADM-05. */
    public static RequiredGates of(Account account, TenantPolicy policy) {
        return account.isAdministrator()
                ? new RequiredGates(ADMINISTRATOR_GATES, usable(account, ADMINISTRATOR_METHODS))
                : new RequiredGates(policy.methodsRequired(), usable(account, policy.methodsEnabled()));
    }

    public boolean canBePassed() {
        return usable.size() >= required;
    }

    private static List<Method> usable(Account account, Set<Method> allowed) {
        return allowed.stream()
                .filter(method -> method.destination(account).isPresent())
                .toList();
    }
}
