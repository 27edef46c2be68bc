package io.sspr.reset.throttle;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** An administrator lets a blocked user try again: somebody else may have used up the attempts. Source: R-THR-06. */
@ApplicationScoped
public class LiftBlock {
    private final Accounts accounts;
    private final Subjects subjects;
    private final Throttle throttle;

    LiftBlock(Accounts accounts, Subjects subjects, Throttle throttle) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.throttle = throttle;
    }

    /** @return whether the tenant has such a user; lifting no block does no harm */
    @Transactional
    public boolean lift(String tenant, String userPrincipalName, Person by) {
        Optional<Account> account = accounts.named(userPrincipalName)
                .filter(found -> found.tenantId().equals(tenant));
        account.ifPresent(found -> lift(found, by));
        return account.isPresent();
    }

    /** While an account is disabled, or a guest's, attempts are counted under its name. */
    @Transactional(TxType.MANDATORY)
    public void lift(Account account, Person by) {
        Person user = account.person(null);
        throttle.lift(new Subject(subjects.ofAccount(account.id()), account.tenantId(), null, user), by);
        throttle.lift(new Subject(subjects.ofName(account.userPrincipalName()), account.tenantId(), null, user), by);
    }
}
