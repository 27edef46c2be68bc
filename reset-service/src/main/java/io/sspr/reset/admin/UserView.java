package io.sspr.reset.admin;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.ContactDatum;
import io.sspr.reset.directory.Licence;
import io.sspr.reset.directory.Membership;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.registration.TellRegistered.Registration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user as administrators see them: nothing by which they could pass for the user. Source: R-PHN-07, R-EML-03, R-SQ-07.
 *
 * @param groups direct ones first
 * @param contact what is filled of the contact data, masked
 * @param gates what a reset asks for, and what of the user's data it would take now
 * @param blockedUntil null if the user may try
 * @param lockedUntil until when the cloud lets nobody sign in after wrong passwords; null if it does
 * @param mayReset whether the administrator's roles allow to set anybody's password
 * @param obstacle why not this user's; null if they may. Source: R-ACT-06, R-ACT-07, R-WB-43
 * @param canBeUnlocked whether an unlock may do something: the cloud has locked the account, or an agent can be asked to unlock it
 */
public record UserView(
        Account account,
        List<Membership> groups,
        List<ContactDatum> contact,
        RequiredGates gates,
        Registration registration,
        Instant blockedUntil,
        Instant lockedUntil,
        boolean mayReset,
        ProblemName obstacle,
        boolean canBeUnlocked) {

    /**
     * A plan that the user holds.
     *
     * @param group the name of the group that hands it on; null if it is assigned to the user
     */
    public record AssignedLicence(Licence plan, String group) {}

    public String name() {
        return ListedUser.nameOf(account);
    }

    /** The user's own first. Source: R-LIC-01. */
    public List<AssignedLicence> licences() {
        return Stream.concat(
                        account.licences().map(plan -> new AssignedLicence(plan, null)),
                        groups.stream().filter(Membership::isDirect).flatMap(UserView::handedOn))
                .toList();
    }

    /** When the password was set; null if that is not known. */
    public Instant passwordSetAt() {
        return account.passwordSetAt().orElse(null);
    }

    /** Tells whether the password has been set since the page was shown. */
    public long passwordVersion() {
        return passwordVersion(account);
    }

    static long passwordVersion(Account account) {
        return account.passwordSetAt().map(Instant::toEpochMilli).orElse(0L);
    }

    public boolean hasMalformedData() {
        return contact.stream().anyMatch(datum -> !datum.isWellFormed());
    }

    private static Stream<AssignedLicence> handedOn(Membership group) {
        return group.licences().stream().map(plan -> new AssignedLicence(plan, group.displayName()));
    }
}
