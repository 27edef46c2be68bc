package io.sspr.reset.writeback;

import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackResult.Outcome;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.outbox.Inbox;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetSessions;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.ResetState.Succeeded;
import io.sspr.reset.session.ResetState.WritebackPending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Last step of a reset: gives it its result, always with the session's row locked. Source: R-FLW-11, R-FLW-12. */
@ApplicationScoped
public class CompleteReset {
    private final ResetSessions sessions;
    private final Tenants tenants;
    private final Accounts accounts;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Event<ResetSettled> settled;
    private final Clock clock;

    CompleteReset(
            ResetSessions sessions,
            Tenants tenants,
            Accounts accounts,
            Inbox inbox,
            Outbox outbox,
            Event<ResetSettled> settled,
            Clock clock) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.accounts = accounts;
        this.inbox = inbox;
        this.outbox = outbox;
        this.settled = settled;
        this.clock = clock;
    }

    /** The new password is in force. */
    public void succeed(ResetSession session, Succeeded state, String agent) {
        Account account = accounts.findById(session.accountId());
        session.moveTo(state);
        outbox.add(session.message(
                clock.instant(),
                new ResetSucceeded(
                        session.id(),
                        account.person(session.ipAddress()),
                        state.passed().stream().map(Enum::name).toList(),
                        agent,
                        tenants.findById(session.tenantId()).displayName(),
                        notices(account, session))));
    }

    /** The agent answered. A repetition, or an answer to a request that no session waits for, changes nothing. */
    @Transactional
    public void answered(Message<WritebackResult> message) {
        if (inbox.isNew(message)) {
            WritebackResult result = message.event();
            sessions.lockByRequest(result.requestId())
                    .filter(session -> session.tenantId().equals(message.tenant()))
                    .ifPresent(session -> answered(session, result));
        }
    }

    private void answered(ResetSession session, WritebackResult result) {
        boolean success = result.outcome() == Outcome.SUCCESS;
        if (session.state() instanceof WritebackPending pending) {
            if (success) {
                takeOverHash(session);
                succeed(session, pending.succeeded(), result.agent());
            } else if (result.reason().userMayChooseAnotherPassword()) {
                refusePassword(session, pending, result);
            } else {
                session.moveTo(pending.refused(result.code()));
                refused(session, result.reason(), result.evidence());
            }
            session.forgetPendingHash();
            settled.fire(new ResetSettled(session.id()));
        } else if (success && session.state() instanceof Refused refused) {
            takeOverHash(session);
            succeed(session, refused.succeededLate(), result.agent());
            session.forgetPendingHash();
        }
    }

    /** Nobody answered in time. The hash is kept: the agent may have set the password, and say so late. */
    void expired(ResetSession session, WritebackPending pending) {
        session.moveTo(pending.expired());
        refused(
                session,
                WritebackVerdict.EXPIRED,
                Map.of("expiresAt", pending.expiresAt().toString()));
        settled.fire(new ResetSettled(session.id()));
    }

    private void refusePassword(ResetSession session, WritebackPending pending, WritebackResult result) {
        Object rule = result.evidence() == null ? null : result.evidence().get("rule");
        session.moveTo(pending.refusedByPolicy());
        session.refusePassword(Policy.ON_PREMISES, List.of());
        outbox.add(session.message(
                clock.instant(),
                new PasswordRefused(
                        session.id(),
                        user(session),
                        Policy.ON_PREMISES,
                        rule == null ? List.of() : List.of(rule.toString()))));
    }

    private void refused(ResetSession session, WritebackVerdict reason, Map<String, Object> evidence) {
        outbox.add(session.message(
                clock.instant(),
                new ResetRefused(
                        session.id(),
                        user(session),
                        reason.code(),
                        Stage.SUBMIT,
                        reason.name(),
                        reason.eventId(),
                        evidence)));
    }

    /** The cloud holds the hash of such a password as well. Source: R-WB-02. */
    private void takeOverHash(ResetSession session) {
        session.pendingHash()
                .ifPresent(hash -> accounts.findById(session.accountId()).changePasswordHash(hash));
    }

    private Person user(ResetSession session) {
        return accounts.findById(session.accountId()).person(session.ipAddress());
    }

    /** Source: R-NTF-01, R-NTF-02. */
    private List<Notice> notices(Account account, ResetSession session) {
        Tenant tenant = tenants.findById(session.tenantId());
        List<Notice> notices = new ArrayList<>();
        if (tenant.policy().notifyUserOnReset()) {
            String language = account.preferredLanguage().orElse(session.language());
            account.noticeAddresses().forEach(address -> notices.add(new Notice(Audience.USER, address, language)));
        }
        if (account.isAdministrator() && tenant.policy().notifyAllAdminsOnAdminReset()) {
            accounts.otherAdministrators(account).stream()
                    .flatMap(other -> notice(other, session))
                    .forEach(notices::add);
        }
        return notices;
    }

    private static Stream<Notice> notice(Account administrator, ResetSession session) {
        String language = administrator.preferredLanguage().orElse(session.language());
        return administrator.primaryMail().map(mail -> new Notice(Audience.ADMINISTRATOR, mail, language)).stream();
    }
}
