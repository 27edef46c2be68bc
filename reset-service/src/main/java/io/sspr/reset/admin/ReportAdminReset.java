package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.change.PasswordResetByAdmin;
import io.sspr.contract.change.PasswordResetByAdminRefused;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AgentRequest;
import io.sspr.reset.writeback.ChooseRecipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Writes down what came of an administrator's reset, as facts for audit log and notices. Source: R-AUD-22, R-NTF-01. */
@ApplicationScoped
class ReportAdminReset {
    private final Tenants tenants;
    private final ChooseRecipients recipients;
    private final Outbox outbox;
    private final Clock clock;

    ReportAdminReset(Tenants tenants, ChooseRecipients recipients, Outbox outbox, Clock clock) {
        this.tenants = tenants;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The cloud's password is a new one. */
    @Transactional(TxType.MANDATORY)
    void succeeded(AdminReset reset, Account account) {
        String language = reset.visitor().language().tag();
        outbox.add(reset.message(clock.instant(), fact(account, reset.by(), reset.mustChange(), null, language)));
    }

    /** The agent has set the new password. */
    @Transactional(TxType.MANDATORY)
    void succeeded(AgentRequest request, Account account, Person by) {
        outbox.add(request.message(
                clock.instant(), fact(account, by, request.mustChange(), request.agent(), request.language())));
    }

    @Transactional
    void refused(AdminReset reset, ProblemName why) {
        refused(reset, why.code(), List.of(), null);
    }

    @Transactional
    void refused(AdminReset reset, Verdict why) {
        refused(reset, why.problem().code(), why.rules(), null);
    }

    @Transactional
    void refused(AdminReset reset, SsprCode why) {
        refused(reset, why.title(), List.of(), why);
    }

    @Transactional(TxType.MANDATORY)
    void refused(AgentRequest request, Account account, Person by, AgentAnswer why) {
        WritebackVerdict verdict = why.reason();
        boolean byPolicy = verdict == WritebackVerdict.PASSWORD_POLICY;
        outbox.add(request.message(
                clock.instant(),
                new PasswordResetByAdminRefused(
                        account.person(null),
                        by,
                        byPolicy
                                ? ProblemName.ON_PREMISES_POLICY_VIOLATION.code()
                                : verdict.code().title(),
                        why.rules(),
                        byPolicy ? null : verdict.code(),
                        verdict.eventId(),
                        why.evidence())));
    }

    private void refused(AdminReset reset, String reason, List<String> rules, SsprCode code) {
        outbox.add(reset.message(
                clock.instant(),
                new PasswordResetByAdminRefused(
                        reset.account().person(null), reset.by(), reason, rules, code, null, Map.of())));
    }

    /** It is told to the user, and not, as an administrator's own reset may be, to other administrators. */
    private PasswordResetByAdmin fact(Account account, Person by, boolean mustChange, String agent, String language) {
        List<Notice> notices = recipients.of(account, language).stream()
                .filter(notice -> notice.audience() == Audience.USER)
                .toList();
        Tenant tenant = tenants.findById(account.tenantId());
        return new PasswordResetByAdmin(
                account.person(null), by, mustChange, agent, tenant.displayName(), tenant.branding(), notices);
    }
}
