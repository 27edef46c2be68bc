package io.sspr.reset.admin;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.ContactDatum;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.OfferMethods;
import io.sspr.reset.gate.RequiredGates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows an administrator the users of the own tenant, a page at a time, and how far each of them could get. Source: R-PHN-03, R-MTH-20. */
@ApplicationScoped
class ListUsers {
    static final int PAGE = 25;

    private final Accounts accounts;
    private final Groups groups;
    private final OfferMethods offerMethods;

    ListUsers(Accounts accounts, Groups groups, OfferMethods offerMethods) {
        this.accounts = accounts;
        this.groups = groups;
        this.offerMethods = offerMethods;
    }

    /**
     * Some users, by user principal name.
     *
     * @param next the user to go on after; null if these are the last ones
     */
    public record UserList(List<ListedUser> users, UUID next) {}

    /**
     * @param text what occurs in name or user principal name; empty for everybody
     * @param after the user that the page before ended with; null for the first page
     */
    @Transactional
    UserList list(Tenant tenant, String text, UUID after) {
        List<Account> found = accounts.search(tenant.id(), text, after, PAGE + 1);
        List<Account> shown = found.subList(0, Math.min(PAGE, found.size()));
        UUID next = found.size() > PAGE ? shown.get(PAGE - 1).id() : null;
        return new UserList(shown.stream().map(account -> row(tenant, account)).toList(), next);
    }

    private ListedUser row(Tenant tenant, Account account) {
        RequiredGates gates = offerMethods.gates(tenant, account);
        return new ListedUser(
                account.id(),
                ListedUser.nameOf(account),
                account.userPrincipalName(),
                account.kind(),
                account.isEnabled(),
                Stream.concat(account.licences(), groups.licencesOf(account))
                        .findAny()
                        .isPresent(),
                gates.usable(),
                gates.canBePassed(),
                ContactDatum.of(account).stream().anyMatch(datum -> !datum.isWellFormed()));
    }
}
