package io.sspr.reset.admin;

import io.sspr.reset.change.CheckChange;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.BrowseGroups;
import io.sspr.reset.directory.ContactDatum;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.OfferMethods;
import io.sspr.reset.registration.TellRegistered;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.throttle.Standing.Block;
import io.sspr.reset.throttle.Subjects;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Shows an administrator all that may be shown of a user of the own tenant. */
@ApplicationScoped
class DescribeUser {
    private final Accounts accounts;
    private final BrowseGroups groups;
    private final OfferMethods offerMethods;
    private final TellRegistered tellRegistered;
    private final Throttle throttle;
    private final Subjects subjects;
    private final SmartLockout lockout;
    private final CheckChange checkChange;

    DescribeUser(
            Accounts accounts,
            BrowseGroups groups,
            OfferMethods offerMethods,
            TellRegistered tellRegistered,
            Throttle throttle,
            Subjects subjects,
            SmartLockout lockout,
            CheckChange checkChange) {
        this.accounts = accounts;
        this.groups = groups;
        this.offerMethods = offerMethods;
        this.tellRegistered = tellRegistered;
        this.throttle = throttle;
        this.subjects = subjects;
        this.lockout = lockout;
        this.checkChange = checkChange;
    }

    /** Empty if the tenant has no such user. */
    @Transactional
    Optional<UserView> describe(Tenant tenant, UUID user, Caller administrator) {
        return accounts.ofTenant(tenant.id(), user).map(account -> view(tenant, account, administrator));
    }

    private UserView view(Tenant tenant, Account account, Caller administrator) {
        Instant lockedUntil = lockout.lockedUntil(account.id()).orElse(null);
        boolean canBeUnlocked = account.kind().isManagedOnPremises()
                ? checkChange.obstacle(tenant, account).isEmpty()
                : lockedUntil != null;
        return new UserView(
                account,
                groups.of(account),
                ContactDatum.of(account),
                offerMethods.gates(tenant, account),
                tellRegistered.of(tenant, account),
                throttle.standing(subjects.ofAccount(account.id()))
                        .block()
                        .map(Block::until)
                        .orElse(null),
                lockedUntil,
                administrator.hasAnyRole(MayReset.ROLES),
                MayReset.obstacle(administrator, account).orElse(null),
                canBeUnlocked);
    }
}
