package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.change.AccountUnlockByAdminRefused;
import io.sspr.contract.change.AccountUnlockedByAdmin;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AgentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;

/** Writes down what came of an administrator's unlock, as facts for the audit log. Source: R-WB-34. */
@ApplicationScoped
class ReportAdminUnlock {
    private final Outbox outbox;
    private final Clock clock;

    ReportAdminUnlock(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The cloud's lock is over. */
    @Transactional(TxType.MANDATORY)
    void succeeded(AdminUnlock unlock) {
        outbox.add(unlock.message(
                clock.instant(), new AccountUnlockedByAdmin(unlock.account().person(null), unlock.by(), null)));
    }

    /** The agent has unlocked the account. */
    @Transactional(TxType.MANDATORY)
    void succeeded(AgentRequest request, Account account, Person by) {
        outbox.add(request.message(
                clock.instant(), new AccountUnlockedByAdmin(account.person(null), by, request.agent())));
    }

    @Transactional
    void refused(AdminUnlock unlock, ProblemName why) {
        refused(unlock, why.code(), null);
    }

    @Transactional
    void refused(AdminUnlock unlock, SsprCode why) {
        refused(unlock, why.title(), why);
    }

    @Transactional(TxType.MANDATORY)
    void refused(AgentRequest request, Account account, Person by, AgentAnswer why) {
        WritebackVerdict verdict = why.reason();
        outbox.add(request.message(
                clock.instant(),
                new AccountUnlockByAdminRefused(
                        account.person(null),
                        by,
                        verdict.code().title(),
                        verdict.code(),
                        verdict.eventId(),
                        why.evidence())));
    }

    private void refused(AdminUnlock unlock, String reason, SsprCode code) {
        outbox.add(unlock.message(
                clock.instant(),
                new AccountUnlockByAdminRefused(
                        unlock.account().person(null), unlock.by(), reason, code, null, Map.of())));
    }
}
