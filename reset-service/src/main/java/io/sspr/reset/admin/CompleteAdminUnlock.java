package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.writeback.AgentAnswered;
import io.sspr.reset.writeback.AgentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Acts on the agent's answer to an administrator's unlock, in the transaction that stores it and whether or not the administrator still waits: who is let
 * in on-premises is let in here as well. Source: R-WB-34, R-LOK-05.
 */
@ApplicationScoped
class CompleteAdminUnlock {
    private final Accounts accounts;
    private final SmartLockout lockout;
    private final ReportAdminUnlock report;

    CompleteAdminUnlock(Accounts accounts, SmartLockout lockout, ReportAdminUnlock report) {
        this.accounts = accounts;
        this.lockout = lockout;
        this.report = report;
    }

    void on(@Observes AgentAnswered answered) {
        AgentRequest request = answered.request();
        if (request.operation() != Operation.UNLOCK) {
            return;
        }
        Person by = accounts.person(request.requestedBy(), request.ipAddress());
        Account account = accounts.findById(request.accountId());
        if (!answered.answer().isDone()) {
            report.refused(request, account, by, answered.answer());
            return;
        }
        lockout.clear(account.id());
        report.succeeded(request, account, by);
    }
}
