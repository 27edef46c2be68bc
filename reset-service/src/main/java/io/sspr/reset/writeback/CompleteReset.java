package io.sspr.reset.writeback;

import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.reset.AccountUnlocked;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.reset.ResetSucceeded;
import io.sspr.contract.writeback.WritebackRequest.Operation;
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
import io.sspr.reset.session.SessionAccounts;
import io.sspr.reset.signin.SmartLockout;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Last step of a reset: gives it its result, always with the session's row locked. Source: R-FLW-11, R-FLW-12. */
@ApplicationScoped
public class CompleteReset {
    private final ResetSessions sessions;
    private final Tenants tenants;
    private final Accounts accounts;
    private final SessionAccounts sessionAccounts;
    private final SmartLockout smartLockout;
    private final Throttle throttle;
    private final ChooseRecipients recipients;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Event<ResetSettled> settled;
    private final Clock clock;

    CompleteReset(
            ResetSessions sessions,
            Tenants tenants,
            Accounts accounts,
            SessionAccounts sessionAccounts,
            SmartLockout smartLockout,
            Throttle throttle,
            ChooseRecipients recipients,
            Inbox inbox,
            Outbox outbox,
            Event<ResetSettled> settled,
            Clock clock) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.accounts = accounts;
        this.sessionAccounts = sessionAccounts;
        this.smartLockout = smartLockout;
        this.throttle = throttle;
        this.recipients = recipients;
        this.inbox = inbox;
        this.outbox = outbox;
        this.settled = settled;
        this.clock = clock;
    }

    /** The new password is in force: nothing that happened before counts any more, and whoever came in with the old one is out. */
    public void succeed(ResetSession session, Succeeded state, String agent) {
        Account account = accounts.findById(session.accountId());
        Tenant tenant = tenants.findById(session.tenantId());
        Instant now = clock.instant();
        session.moveTo(state);
        account.passwordWasSet(now);
        smartLockout.clear(account.id()); // R-LOK-05
        throttle.clear(session.throttleSubject()); // R-THR-06
        outbox.add(session.message(
                clock.instant(),
                new ResetSucceeded(
                        session.id(),
                        account.person(session.ipAddress()),
                        state.passed().stream().map(Enum::name).toList(),
                        agent,
                        tenant.displayName(),
                        tenant.branding(),
                        recipients.of(account, session.language()))));
    }

    /** Signing in to the cloud may stay locked. Source: R-WB-34, R-LOK-05. */
    private void unlocked(ResetSession session, Succeeded state, String agent) {
        Account account = accounts.findById(session.accountId());
        Tenant tenant = tenants.findById(session.tenantId());
        Instant now = clock.instant();
        session.moveTo(state);
        throttle.clear(session.throttleSubject()); // R-THR-06
        outbox.add(session.message(
                now,
                new AccountUnlocked(
                        session.id(),
                        account.person(session.ipAddress()),
                        state.passed().stream().map(Enum::name).toList(),
                        agent,
                        tenant.displayName(),
                        tenant.branding(),
                        recipients.of(account, session.language()))));
    }

    private void inForce(ResetSession session, Succeeded state, String agent) {
        if (session.operation() == Operation.UNLOCK) {
            unlocked(session, state, agent);
        } else {
            takeOverHash(session);
            succeed(session, state, agent);
        }
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
                inForce(session, pending.succeeded(), result.agent());
            } else if (result.reason().userMayChooseAnotherPassword()) {
                refusePassword(session, pending, result);
            } else {
                session.moveTo(pending.refused(result.code()));
                refused(session, result.reason(), result.evidence());
            }
            session.forgetPendingHash();
            settled.fire(new ResetSettled(session.id()));
        } else if (success && session.state() instanceof Refused refused) {
            inForce(session, refused.succeededLate(), result.agent());
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
                        session.operation(),
                        reason.name(),
                        reason.eventId(),
                        evidence)));
        throttle.attemptEnded(sessionAccounts.attempts(session), session.createdAt());
    }

    /** The cloud holds the hash of such a password as well. Source: R-WB-02. */
    private void takeOverHash(ResetSession session) {
        session.pendingHash()
                .ifPresent(hash -> accounts.findById(session.accountId()).changePasswordHash(hash));
    }

    private Person user(ResetSession session) {
        return accounts.findById(session.accountId()).person(session.ipAddress());
    }
}
