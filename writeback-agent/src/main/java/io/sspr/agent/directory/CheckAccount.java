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
        Optional<Refusal> protection = operation == Operation.CHANGE ? Optional.empty() : protection(account);
        if (protection.isPresent()) {
            return protection;
        }
        if (account.isDisabled()) {
            return Optional.of(refusal(WritebackVerdict.ACCOUNT_DISABLED));
        }
        if (account.isExpiredAt(clock.instant())) {
            return Optional.of(refusal(WritebackVerdict.ACCOUNT_DISABLED).with("expired", true));
        }
        if (account.isLockedOut() && operation == Operation.CHANGE) {
            return Optional.of(refusal(WritebackVerdict.ACCOUNT_LOCKED_OUT));
        }
        return newPassword == null ? Optional.empty() : checkPassword(account, newPassword);
    }

    private Optional<Refusal> protection(DirectoryAccount account) throws DirectoryException {
        Refusal refusal = refusal(WritebackVerdict.PROTECTED_ACCOUNT);
        if (account.isProtected()) {
            return Optional.of(refusal.with("adminCount", 1));
        }
        // Of a member who joined within the hour, or through other groups in a directory that does not mark them.
        return directory.protectedBy(account).map(sid -> refusal.with("protectedBy", sid));
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
