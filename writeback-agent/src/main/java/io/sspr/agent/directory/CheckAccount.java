package io.sspr.agent.directory;

import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Decides whether the agent may try to set a password, whatever the cloud side decided before. Source: R-WB-06,
 * R-WB-13, R-ADP-01 … R-ADP-11.
 */
@ApplicationScoped
public class CheckAccount {
    private final OnPremisesDirectory directory;
    private final Clock clock;

    public CheckAccount(OnPremisesDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The reason not to; empty if there is none. */
    public Optional<Refusal> check(DirectoryAccount account, Secret password) throws DirectoryException {
        if (account.isProtected()) {
            return Optional.of(refusal(WritebackVerdict.PROTECTED_ACCOUNT).with("adminCount", 1));
        }
        if (account.isDisabled()) {
            return Optional.of(refusal(WritebackVerdict.ACCOUNT_DISABLED));
        }
        return directory
                .policyFor(account)
                .brokenBy(password, account, clock.instant())
                .map(rule -> refusal(WritebackVerdict.PASSWORD_POLICY).with("rule", rule.name()));
    }

    private Refusal refusal(WritebackVerdict verdict) {
        return Refusal.of(verdict).with("server", directory.url());
    }
}
