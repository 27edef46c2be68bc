package io.sspr.reset.signin;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Tenant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom somebody claims to be who types a name and a password.
 *
 * @param subject under what failures are counted: the account's id, or a keyed hash of a name that leads to none
 * @param tenant the one whose domain the name has; empty for none of ours
 * @param user unknown if the name leads to no account
 * @param account the account as it is now, if it may sign in with a password: no guest, not disabled
 */
public record Claimant(
        String subject, Optional<Tenant> tenant, Person user, Optional<Account> account, Visitor visitor) {

    static String subjectOf(UUID account) {
        return account.toString();
    }

    /** What to check the typed password against; null for somebody whom no password fits. */
    public String passwordHash() {
        return account.filter(known -> known.kind().isHeldInCloud())
                .flatMap(Account::passwordHash)
                .orElse(null);
    }

    /** Whether only the organisation itself can check the password. */
    public boolean isCheckedOnPremises() {
        return account.filter(known -> !known.kind().isHeldInCloud()).isPresent();
    }

    public boolean isManagedOnPremises() {
        return account.map(Account::kind)
                .filter(AccountKind::isManagedOnPremises)
                .isPresent();
    }

    /** A fact about a known user, with the account as key. */
    public <F extends Fact> Message<F> message(Instant at, F fact) {
        return visitor.message(tenant.orElseThrow().id(), user.id(), at, fact);
    }

    public boolean isKnown() {
        return tenant.isPresent() && user.id() != null;
    }

    /** Empty for whoever's wrong passwords are not to be known again. Source: R-LOK-02. */
    Optional<Secret> rememberable(Secret password) {
        return isCheckedOnPremises() ? Optional.empty() : Optional.of(password);
    }
}
