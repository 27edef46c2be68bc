package io.sspr.reset.change;

import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.writeback.AgentAnswered;
import io.sspr.reset.writeback.AgentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Clock;

/**
 * Acts on the agent's answer to a change, in the transaction that stores it and whether or not the user still waits: what is true on-premises is true
 * here as well. Source: R-WB-02, R-CHG-01.
 */
@ApplicationScoped
class CompleteChange {
    private final Accounts accounts;
    private final SmartLockout lockout;
    private final ReportChange reportChange;
    private final Clock clock;

    CompleteChange(Accounts accounts, SmartLockout lockout, ReportChange reportChange, Clock clock) {
        this.accounts = accounts;
        this.lockout = lockout;
        this.reportChange = reportChange;
        this.clock = clock;
    }

    void on(@Observes AgentAnswered answered) {
        AgentRequest request = answered.request();
        if (request.operation() != Operation.CHANGE) {
            return;
        }
        Account account = accounts.findById(request.accountId(), LockModeType.PESSIMISTIC_WRITE);
        if (!answered.answer().isDone()) {
            reportChange.refused(request, account, answered.answer());
            return;
        }
        if (!request.isOlderThanPasswordOf(account)) {
            request.pendingHash().ifPresent(account::changePasswordHash);
            account.passwordWasSet(clock.instant());
            lockout.clear(account.id());
        }
        reportChange.succeeded(request, account);
    }
}
