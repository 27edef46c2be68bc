package io.sspr.reset.password;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.banned.BannedPasswordsCache;
import io.sspr.reset.banned.CheckCustomTerms;
import io.sspr.reset.banned.Evaluation;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries banned terms on a password made up for the purpose: the global ones, the tenant's own, which count even while they are not enforced, and more
 * of them. Nothing of it is stored. Source: R-BAN-01 … R-BAN-06, R-BAN-10.
 */
@ApplicationScoped
class TryPassword {
    private final BannedPasswordsCache bannedPasswords;
    private final Tenants tenants;
    private final Accounts accounts;

    TryPassword(BannedPasswordsCache bannedPasswords, Tenants tenants, Accounts accounts) {
        this.bannedPasswords = bannedPasswords;
        this.tenants = tenants;
        this.accounts = accounts;
    }

    /**
     * What to try.
     *
     * @param user whose names count, by user principal name; null for nobody's
     * @param terms terms besides the tenant's own
     * @param names names that count besides those of the user and the tenant
     */
    record Trial(Secret password, String user, List<String> terms, List<String> names) {}

    /** What came of it. */
    sealed interface Outcome {}

    record Judged(Evaluation evaluation) implements Outcome {}

    /** There is no such user in the tenant. */
    record NoSuchUser() implements Outcome {}

    /** At least one of the terms could not be stored. */
    record TermsRefused(List<Fault> faults) implements Outcome {}

    @Transactional
    Outcome attempt(String tenantId, Trial trial) {
        Tenant tenant = tenants.findById(tenantId);
        List<String> terms = new ArrayList<>(tenant.policy().banned().custom());
        terms.addAll(trial.terms());
        CheckCustomTerms.Checked check = CheckCustomTerms.check(terms);
        if (!check.faults().isEmpty()) {
            return new TermsRefused(check.faults());
        }
        List<String> names = new ArrayList<>(trial.names());
        names.add(tenant.displayName());
        if (trial.user() != null) {
            Optional<Account> user = accounts.named(trial.user().strip())
                    .filter(account -> account.tenantId().equals(tenant.id()));
            if (user.isEmpty()) {
                return new NoSuchUser();
            }
            user.get().names().forEach(names::add);
        }
        return new Judged(bannedPasswords.with(check.terms()).evaluate(trial.password(), names));
    }
}
