package io.sspr.reset.admin;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Role;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Caller;
import java.util.Optional;

/**
 * Whose password an administrator may set: that of every ordinary user, and of an administrator only as a Global Administrator, so that nobody gains
 * rights by a reset. Who counts as an administrator is told by {@link Account#isAdministrator()}; whoever holds reading roles only does not. Never the
 * own one, which is changed or reset like anybody's, with the proofs that this takes; and not that of a guest, which belongs to another organisation.
 * Source: R-ACT-06, R-ACT-07, R-WB-43.
 */
final class MayReset {
    /** One of these is needed to set the password of anybody. Source: R-ACT-06. */
    static final String[] ROLES = {
        Role.GLOBAL_ADMINISTRATOR, "Password Administrator", "User Administrator", "Helpdesk Administrator"
    };

    private MayReset() {}

    /** Why not; empty if they may. */
    static Optional<ProblemName> obstacle(Caller administrator, Account user) {
        if (user.id().equals(administrator.accountId())) {
            return Optional.of(ProblemName.OWN_PASSWORD);
        }
        if (user.isAdministrator() && !administrator.hasRole(Role.GLOBAL_ADMINISTRATOR)) {
            return Optional.of(ProblemName.NOT_ALLOWED);
        }
        return user.isGuest() ? Optional.of(ProblemName.GUESTS_PASSWORD) : Optional.empty();
    }
}
