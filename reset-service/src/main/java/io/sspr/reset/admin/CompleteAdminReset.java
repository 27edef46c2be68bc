package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.writeback.AgentAnswered;
import io.sspr.reset.writeback.AgentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Acts on the agent's answer to an administrator's reset, in the transaction that stores it and whether or not the administrator still waits: what is
 * true on-premises is true here as well. Source: R-WB-02, R-WB-42, R-AUD-22.
 */
@ApplicationScoped
class CompleteAdminReset {
    private final Accounts accounts;
    private final ApplyAdminReset apply;
    private final ReportAdminReset report;

    CompleteAdminReset(Accounts accounts, ApplyAdminReset apply, ReportAdminReset report) {
        this.accounts = accounts;
        this.apply = apply;
        this.report = report;
    }

    void on(@Observes AgentAnswered answered) {
        AgentRequest request = answered.request();
        if (request.operation() != Operation.RESET_BY_ADMIN) {
            return;
        }
        Person by = accounts.person(request.requestedBy(), request.ipAddress());
        Account known = accounts.findById(request.accountId());
        if (!answered.answer().isDone()) {
            report.refused(request, known, by, answered.answer());
            return;
        }
        apply.liftBlock(known, by);
        Account account = accounts.lock(request.accountId());
        if (!request.isOlderThanPasswordOf(account)) {
            apply.inForce(account, request.pendingHash().orElse(null), request.mustChange());
        }
        report.succeeded(request, account, by);
    }
}
