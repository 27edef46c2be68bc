package io.sspr.reset.directory;

import io.sspr.contract.reset.AccountNotVerified.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the account that a typed name means: by its user principal name or, where the tenant allows it, by one of its mail addresses. Asks the same of
 * the database whatever the name is. Source: R-UID-02 … R-UID-05, R-CHK-01.
 */
@ApplicationScoped
public class FindAccount {
    private static final Set<Cause> NO_NAMES = EnumSet.of(Cause.ALTERNATE_ID_NOT_ENABLED, Cause.ALTERNATE_ID_FEDERATED);

    private final Accounts accounts;

    FindAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What a name leads to.
     *
     * @param account whom it leads to; present as well if that account may not be used, so that the administrator learns who was meant
     * @param unusable why nobody can reset under this name; empty if the account may go on
     */
    public record Found(Optional<Account> account, Optional<Cause> unusable) {

        /** The account, unless the name is one that its user may not go by. Source: R-UID-03, R-UID-04. */
        public Optional<Account> named() {
            return unusable.filter(NO_NAMES::contains).isPresent() ? Optional.empty() : account;
        }
    }

    /** @param name in any case, without blanks around it */
    public Found find(Tenant tenant, String name) {
        Optional<Account> exact = accounts.named(name);
        List<Account> byAddress = accounts.withAddress(tenant.id(), name);
        if (exact.isPresent()) {
            return new Found(exact, exact.flatMap(FindAccount::unusable));
        }
        if (byAddress.size() != 1) {
            return new Found(
                    Optional.empty(), Optional.of(byAddress.isEmpty() ? Cause.UNKNOWN : Cause.AMBIGUOUS_ADDRESS));
        }
        Account account = byAddress.get(0);
        return new Found(Optional.of(account), alternate(tenant, account).or(() -> unusable(account)));
    }

    private static Optional<Cause> alternate(Tenant tenant, Account account) {
        if (!tenant.policy().alternateLoginId().enabled()) {
            return Optional.of(Cause.ALTERNATE_ID_NOT_ENABLED);
        }
        return account.kind() == AccountKind.FEDERATED ? Optional.of(Cause.ALTERNATE_ID_FEDERATED) : Optional.empty();
    }

    private static Optional<Cause> unusable(Account account) {
        if (!account.isEnabled()) {
            return Optional.of(Cause.SIGN_IN_DISABLED);
        }
        return account.isGuest() ? Optional.of(Cause.GUEST) : Optional.empty();
    }
}
