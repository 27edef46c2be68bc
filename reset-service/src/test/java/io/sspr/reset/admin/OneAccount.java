package io.sspr.reset.admin;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.UUID;

/** A directory with a single account. */
@Vetoed
final class OneAccount extends Accounts {
    private final Account account;

    OneAccount(Account account) {
        this.account = account;
    }

    @Override
    public Account lock(UUID id) {
        return account;
    }

    @Override
    public Account findById(UUID id) {
        return findByIdOptional(id).orElse(null);
    }

    @Override
    public Optional<Account> findByIdOptional(UUID id) {
        return Optional.of(account).filter(known -> known.id().equals(id));
    }

    @Override
    public Optional<Account> named(String userPrincipalName) {
        return Optional.of(account).filter(known -> known.userPrincipalName().equalsIgnoreCase(userPrincipalName));
    }
}
