package io.sspr.reset.gate;

import io.sspr.reset.authenticator.Authenticator;
import io.sspr.reset.authenticator.Authenticators;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.question.SecurityAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Looks up what an account holds to prove itself with, and what of it counts. */
@ApplicationScoped
public class OfferMethods {
    private final Authenticators authenticators;
    private final SecurityAnswers answers;
    private final Clock clock;

    OfferMethods(Authenticators authenticators, SecurityAnswers answers, Clock clock) {
        this.authenticators = authenticators;
        this.answers = answers;
        this.clock = clock;
    }

    public RequiredGates gates(Tenant tenant, Account account) {
        return RequiredGates.of(account, means(tenant, account), tenant, clock.instant());
    }

    public Means means(Tenant tenant, Account account) {
        List<Authenticator> apps = authenticators.ofAccount(account.id());
        // The one added last of those that can be reached. Source: R-APP-03.
        Optional<String> device =
                apps.stream().flatMap(app -> app.device().stream()).reduce((former, later) -> later);
        return new Means(
                account.resetPhone(),
                account.officePhone(),
                account.resetMail(),
                device,
                !apps.isEmpty(),
                answers.registered(account.id()) >= tenant.policy().sq().resetCount());
    }
}
