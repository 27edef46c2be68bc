package io.sspr.reset.registration;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.CheckEligibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Decides whether somebody who has just signed in is led to registration before anything else. Whoever may not register is not, and nothing is recorded
 * of it: they did not ask. Source: R-REG-02, R-REG-03, R-REG-12, R-REG-13, R-CFG-12, R-CFG-13.
 */
@ApplicationScoped
public class AskAtSignIn {
    private final Tenants tenants;
    private final SecurityInfos infos;
    private final LookUpRegistered lookUpRegistered;
    private final CheckEligibility checkEligibility;
    private final Clock clock;

    AskAtSignIn(
            Tenants tenants,
            SecurityInfos infos,
            LookUpRegistered lookUpRegistered,
            CheckEligibility checkEligibility,
            Clock clock) {
        this.tenants = tenants;
        this.infos = infos;
        this.lookUpRegistered = lookUpRegistered;
        this.checkEligibility = checkEligibility;
        this.clock = clock;
    }

    @Transactional
    public boolean isDue(Account account) {
        Tenant tenant = tenants.findById(account.tenantId());
        if (checkEligibility.atRegistration(tenant, account).isPresent()) {
            return false;
        }
        Instant now = clock.instant();
        SecurityInfo info = infos.findById(account.id());
        Registered registered = lookUpRegistered.of(info, tenant);
        boolean isComplete = registered.gates(account, tenant, now).canBePassed();
        boolean lacksMfa =
                Options.of(Mode.INTERRUPT, tenant, account, info, now).lackMfa(registered.methods());
        return Interrupt.of(tenant.policy(), isComplete, lacksMfa, info.confirmedAt(), now)
                .due();
    }
}
