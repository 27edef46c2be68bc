package io.sspr.agent.request;

import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.Refusal;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Replaces a password that its owner knows. The directory judges the current password (33007) and refuses who is locked
 * out (33006), and who may not change the password (33004): that is a denied right on the object, which the agent does
 * not read. Thread-safe. Source: R-CHG-01, R-ADM-10, R-ADP-09.
 */
@ApplicationScoped
class ChangePassword {
    private final BringIntoForce bringIntoForce;
    private final OnPremisesDirectory directory;

    ChangePassword(BringIntoForce bringIntoForce, OnPremisesDirectory directory) {
        this.bringIntoForce = bringIntoForce;
        this.directory = directory;
    }

    /** Why the new password is not in force; empty if it is. */
    Optional<Refusal> change(WritebackRequest request, Secret current, Secret password, Attempt attempt) {
        return bringIntoForce.bring(
                request, password, attempt, account -> directory.changePassword(account, current, password));
    }
}
