package io.sspr.reset.change;

import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.signin.Claimant;
import io.sspr.reset.signin.IdentifyClaimant;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.signin.SmartLockout.Attempt;
import io.sspr.reset.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Replaces a password that its owner knows, because they want to or because they have to: an expired password will do as proof. No gates, and no
 * question whether self-service reset is switched on. Wrong current passwords count as failed sign-ins, and a name without an account is treated as one
 * whose password is wrong. Source: R-CHG-01, R-CHG-02, R-CLD-05, R-ADM-10.
 */
@ApplicationScoped
class ChangePassword {
    private final IdentifyClaimant identifyClaimant;
    private final SmartLockout lockout;
    private final ChangeInCloud changeInCloud;
    private final ChangeOnPremises changeOnPremises;

    ChangePassword(
            IdentifyClaimant identifyClaimant,
            SmartLockout lockout,
            ChangeInCloud changeInCloud,
            ChangeOnPremises changeOnPremises) {
        this.identifyClaimant = identifyClaimant;
        this.lockout = lockout;
        this.changeInCloud = changeInCloud;
        this.changeOnPremises = changeOnPremises;
    }

    /** Why the former password is still in force; empty if the new one is. */
    Uni<Optional<Refusal>> change(String userPrincipalName, Secret current, Secret replacement, Visitor visitor) {
        Claimant claimant = identifyClaimant.identify(userPrincipalName, visitor);
        Attempt attempt = lockout.begin(claimant, current);
        if (attempt.isRefused()) {
            return Uni.createFrom().item(Optional.of(Refusal.locked(attempt)));
        }
        return claimant.isManagedOnPremises()
                ? changeOnPremises.change(attempt, current, replacement)
                : Uni.createFrom().item(changeInCloud.change(attempt, current, replacement));
    }
}
