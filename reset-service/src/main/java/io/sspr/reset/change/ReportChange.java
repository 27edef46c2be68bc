package io.sspr.reset.change;

import io.sspr.contract.Person;
import io.sspr.contract.SsprCode;
import io.sspr.contract.change.PasswordChangeRefused;
import io.sspr.contract.change.PasswordChanged;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Claimant;
import io.sspr.reset.writeback.AgentAnswer;
import io.sspr.reset.writeback.AgentRequest;
import io.sspr.reset.writeback.ChooseRecipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Writes down what came of a change, as facts for audit log and notices. Names that lead to no account leave none. Source: R-AUD-21, R-CHG-02. */
@ApplicationScoped
class ReportChange {
    private static final String WRONG_PASSWORD = "IncorrectPassword";

    private final Tenants tenants;
    private final ChooseRecipients recipients;
    private final Outbox outbox;
    private final Clock clock;

    ReportChange(Tenants tenants, ChooseRecipients recipients, Outbox outbox, Clock clock) {
        this.tenants = tenants;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The cloud's password is a new one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void succeeded(Claimant claimant, Account account) {
        String language = claimant.visitor().language().tag();
        outbox.add(claimant.message(clock.instant(), changed(claimant.user(), null, account, language)));
    }

    /** The agent has set the new password. */
    @Transactional(Transactional.TxType.MANDATORY)
    void succeeded(AgentRequest request, Account account) {
        Person user = account.person(request.ipAddress());
        outbox.add(request.message(clock.instant(), changed(user, request.agent(), account, request.language())));
    }

    @Transactional
    void wrongPassword(Claimant claimant) {
        refused(claimant, new PasswordChangeRefused(claimant.user(), WRONG_PASSWORD, List.of(), null, null, Map.of()));
    }

    @Transactional
    void refused(Claimant claimant, Verdict why) {
        String reason = why.problem().code();
        refused(claimant, new PasswordChangeRefused(claimant.user(), reason, why.rules(), null, null, Map.of()));
    }

    @Transactional
    void refused(Claimant claimant, SsprCode why) {
        refused(claimant, new PasswordChangeRefused(claimant.user(), why.title(), List.of(), why, null, Map.of()));
    }

    @Transactional
    void refused(Claimant claimant, AgentAnswer why) {
        refused(claimant, fact(claimant.user(), why));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void refused(AgentRequest request, Account account, AgentAnswer why) {
        outbox.add(request.message(clock.instant(), fact(account.person(request.ipAddress()), why)));
    }

    private void refused(Claimant claimant, PasswordChangeRefused fact) {
        if (claimant.isKnown()) {
            outbox.add(claimant.message(clock.instant(), fact));
        }
    }

    private static PasswordChangeRefused fact(Person user, AgentAnswer why) {
        WritebackVerdict verdict = why.reason();
        return switch (verdict) {
            case INCORRECT_PASSWORD -> fact(user, WRONG_PASSWORD, null, why);
            case PASSWORD_POLICY -> fact(user, ProblemName.ON_PREMISES_POLICY_VIOLATION.code(), null, why);
            case ACCOUNT_LOCKED_OUT -> fact(user, ProblemName.ACCOUNT_LOCKED_ON_PREMISES.code(), null, why);
            default -> fact(user, verdict.code().title(), verdict.code(), why);
        };
    }

    private static PasswordChangeRefused fact(Person user, String reason, SsprCode code, AgentAnswer why) {
        return new PasswordChangeRefused(
                user, reason, why.rules(), code, why.reason().eventId(), why.evidence());
    }

    /** A change is told to its user, and not, as an administrator's reset may be, to other administrators. */
    private PasswordChanged changed(Person user, String agent, Account account, String language) {
        List<Notice> notices = recipients.of(account, language).stream()
                .filter(notice -> notice.audience() == Audience.USER)
                .toList();
        Tenant tenant = tenants.findById(account.tenantId());
        return new PasswordChanged(user, agent, tenant.displayName(), tenant.branding(), notices);
    }
}
