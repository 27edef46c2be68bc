package io.sspr.agent.request;

import io.sspr.agent.directory.CheckAccount;
import io.sspr.agent.directory.DirectoryAccount;
import io.sspr.agent.directory.DirectoryException;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.Refusal;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Lets a locked-out account in again and keeps its password; an account that is not locked out is a success, too. To
 * unlock twice harms nobody. So nothing is remembered before the write, a write without an answer is simply repeated,
 * and so is one that an agent did not live to answer, until the request expires. Thread-safe. Source: R-WB-34,
 * R-WB-31f.
 */
@ApplicationScoped
class UnlockAccount {
    private final OnPremisesDirectory directory;
    private final CheckAccount checkAccount;
    private final Clock clock;

    UnlockAccount(OnPremisesDirectory directory, CheckAccount checkAccount, Clock clock) {
        this.directory = directory;
        this.checkAccount = checkAccount;
        this.clock = clock;
    }

    /** Why the account was not unlocked; empty if it was. */
    Optional<Refusal> unlock(WritebackRequest request) {
        try {
            return write(request);
        } catch (DirectoryException e) {
            return e.isInDoubt() ? repeat(request) : Optional.of(e.refusal());
        }
    }

    private Optional<Refusal> repeat(WritebackRequest request) {
        try {
            return write(request).map(Refusal::inUnknownState);
        } catch (DirectoryException e) {
            return Optional.of(e.refusal().inUnknownState());
        }
    }

    private Optional<Refusal> write(WritebackRequest request) throws DirectoryException {
        DirectoryAccount account = directory.find(request.anchor());
        Optional<Refusal> refusal = checkAccount.check(request.operation(), account, null);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (request.isExpiredAt(clock.instant())) {
            return Optional.of(Refusal.of(WritebackVerdict.EXPIRED).with("server", directory.url()));
        }
        directory.unlock(account);
        return Optional.empty();
    }
}
