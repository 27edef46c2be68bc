package io.sspr.reset.registration;

import io.sspr.reset.authenticator.Authenticators;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.question.SecurityAnswers;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks up what a user has registered. */
@ApplicationScoped
class LookUpRegistered {
    private final Authenticators authenticators;
    private final SecurityAnswers answers;

    LookUpRegistered(Authenticators authenticators, SecurityAnswers answers) {
        this.authenticators = authenticators;
        this.answers = answers;
    }

    Registered of(SecurityInfo info, Tenant tenant) {
        return Registered.of(
                info,
                authenticators.ofAccount(info.id),
                answers.registered(info.id) >= tenant.policy().sq().resetCount());
    }
}
