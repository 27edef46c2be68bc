package io.sspr.reset.admin;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.gate.Method;
import java.util.List;
import java.util.UUID;

/**
 * A user in the list.
 *
 * @param isLicensed whether a licence is assigned, directly or by a group
 * @param usable methods that a reset would take now, the safest first. Source: R-MTH-20
 * @param isReady whether they are enough
 * @param hasMalformedData whether contact data is there that cannot be used. Source: R-PHN-03, R-EML-01
 */
public record ListedUser(
        UUID id,
        String displayName,
        String userPrincipalName,
        AccountKind kind,
        boolean isEnabled,
        boolean isLicensed,
        List<Method> usable,
        boolean isReady,
        boolean hasMalformedData) {

    /** What to call a user: by name, or by user principal name where there is none. */
    static String nameOf(Account account) {
        String name = account.displayName();
        return name == null || name.isBlank() ? account.userPrincipalName() : name;
    }
}
