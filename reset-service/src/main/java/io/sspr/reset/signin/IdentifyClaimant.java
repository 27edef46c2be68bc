package io.sspr.reset.signin;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.FindAccount;
import io.sspr.reset.directory.FindAccount.Found;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.throttle.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Finds whom a typed name stands for. Under a known domain it takes the same queries whether there is such an account or not. Source: R-UID-02 … R-UID-04. */
@ApplicationScoped
public class IdentifyClaimant {
    private final Tenants tenants;
    private final FindAccount findAccount;
    private final Subjects subjects;

    IdentifyClaimant(Tenants tenants, FindAccount findAccount, Subjects subjects) {
        this.tenants = tenants;
        this.findAccount = findAccount;
        this.subjects = subjects;
    }

    @Transactional
    public Claimant identify(String userPrincipalName, Visitor visitor) {
        String name = userPrincipalName.strip();
        Optional<Tenant> tenant = tenants.ofDomain(name.substring(name.lastIndexOf('@') + 1));
        Optional<Found> found = tenant.map(its -> findAccount.find(its, name));
        Optional<Account> account = found.flatMap(Found::named);
        return new Claimant(
                account.map(known -> Claimant.subjectOf(known.id())).orElseGet(() -> subjects.ofName(name)),
                tenant,
                account.map(known -> known.person(visitor.ipAddress()))
                        .orElseGet(() -> Person.unknown(visitor.ipAddress())),
                account.filter(usable -> found.get().unusable().isEmpty()),
                visitor);
    }
}
