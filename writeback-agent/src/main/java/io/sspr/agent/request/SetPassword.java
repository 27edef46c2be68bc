package io.sspr.agent.request;

import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.Refusal;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sets a password without knowing the former one, and unlocks. Thread-safe. Source: R-WB-32, R-WB-45, R-FLW-43. */
@ApplicationScoped
class SetPassword {
    private final BringIntoForce bringIntoForce;
    private final OnPremisesDirectory directory;

    SetPassword(BringIntoForce bringIntoForce, OnPremisesDirectory directory) {
        this.bringIntoForce = bringIntoForce;
        this.directory = directory;
    }

    /** Why the password is not in force; empty if it is. */
    Optional<Refusal> set(WritebackRequest request, Secret password, Attempt attempt) {
        return bringIntoForce.bring(
                request,
                password,
                attempt,
                account -> directory.setPassword(account, password, request.isToBeChanged()));
    }
}
