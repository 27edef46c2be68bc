package io.sspr.agent.directory;

import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Decides whether the agent may try what it is asked for, whatever the cloud side decided before. Source: R-WB-06,
 * R-WB-13, R-ADM-10, R-ADP-01 … R-ADP-11.
 */
@ApplicationScoped
public class CheckAccount {
    private final OnPremisesDirectory directory;
    private final Clock clock;

    public CheckAccount(OnPremisesDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The reason not to; empty if there is none.
     *
     * @param newPassword null if the operation sets none
     */
    public Optional<Refusal> check(Operation operation, DirectoryAccount account, Secret newPassword)
            throws DirectoryException {
        // Who knows the current password of a privileged account may change it; nobody else gets at it from the cloud.
        if (account.isProtected() && operation != Operation.CHANGE) {
            return Optional.of(refusal(WritebackVerdict.PROTECTED_ACCOUNT).with("adminCount", 1));
        }
        if (account.isDisabled()) {
            return Optional.of(refusal(WritebackVerdict.ACCOUNT_DISABLED));
        }
        if (account.isLockedOut() && operation == Operation.CHANGE) {
            return Optional.of(refusal(WritebackVerdict.ACCOUNT_LOCKED_OUT));
        }
        return newPassword == null ? Optional.empty() : checkPassword(account, newPassword);
    }

    private Optional<Refusal> checkPassword(DirectoryAccount account, Secret newPassword) throws DirectoryException {
        return directory
                .policyFor(account)
                .brokenBy(newPassword, account, clock.instant())
                .map(rule -> refusal(WritebackVerdict.PASSWORD_POLICY).with("rule", rule.name()));
    }

    private Refusal refusal(WritebackVerdict verdict) {
        return Refusal.of(verdict).with("server", directory.url());
    }
}
