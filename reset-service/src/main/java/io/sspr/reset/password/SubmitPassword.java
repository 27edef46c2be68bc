package io.sspr.reset.password;

import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.CheckEligibility;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetSessions;
import io.sspr.reset.session.ResetState;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.WritebackPending;
import io.sspr.reset.writeback.CompleteReset;
import io.sspr.reset.writeback.RequestWriteback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Fourth step of a reset: the user chose a new password. A password that the cloud masters is in force when this returns; one that is mastered
 * on-premises is on its way to the agent. Eligibility is asked again, since settings may have changed. Source: R-FLW-10, R-FLW-40 … R-FLW-42, R-CHK-20.
 */
@ApplicationScoped
class SubmitPassword {
    private final ResetSessions sessions;
    private final Tenants tenants;
    private final Accounts accounts;
    private final CheckEligibility checkEligibility;
    private final PasswordHash passwordHash;
    private final RequestWriteback requestWriteback;
    private final CompleteReset completeReset;
    private final Outbox outbox;
    private final Clock clock;

    SubmitPassword(
            ResetSessions sessions,
            Tenants tenants,
            Accounts accounts,
            CheckEligibility checkEligibility,
            PasswordHash passwordHash,
            RequestWriteback requestWriteback,
            CompleteReset completeReset,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.accounts = accounts;
        this.checkEligibility = checkEligibility;
        this.passwordHash = passwordHash;
        this.requestWriteback = requestWriteback;
        this.completeReset = completeReset;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was decided, and the request that still has to be sent for it; none for a password that the cloud masters. */
    record Submitted(ResetSession session, Optional<Message<WritebackRequest>> request) {}

    /** Decides and stores; the caller sends the request after this transaction has committed. */
    @Transactional
    Outcome<Submitted> submit(UUID sessionId, Secret newPassword) {
        ResetSession session = sessions.lock(sessionId).orElseThrow();
        Instant now = clock.instant();
        ResetState state = session.state();
        if (!(state instanceof PasswordOpen open)) {
            return Outcome.declined(outOfTurn(state));
        }
        if (session.isExpiredAt(now)) {
            return Outcome.declined(ProblemName.SESSION_EXPIRED);
        }
        Tenant tenant = tenants.findById(session.tenantId());
        Account account = accounts.findById(session.accountId());
        Person user = account.person(session.ipAddress());
        if (!account.isEnabled() || account.isGuest()) {
            session.moveTo(open.cancelled());
            Cause cause = account.isGuest() ? Cause.GUEST : Cause.SIGN_IN_DISABLED;
            outbox.add(session.message(now, new AccountNotVerified(session.id(), user, cause)));
            return Outcome.declined(ProblemName.ACCOUNT_NOT_VERIFIED);
        }
        Optional<Ineligible> ineligible = checkEligibility.atSubmit(tenant, account);
        if (ineligible.isPresent()) {
            Ineligible why = ineligible.get();
            session.moveTo(open.refused(why.code()));
            outbox.add(session.message(
                    now, new ResetRefused(session.id(), user, why.code(), Stage.SUBMIT, why.reason(), null, Map.of())));
            return Outcome.refused(why.code());
        }
        return account.kind().isManagedOnPremises()
                ? Outcome.done(sendToAgent(session, open, tenant, account, newPassword, now))
                : setInCloud(session, open, account, newPassword, now);
    }

    private Outcome<Submitted> setInCloud(
            ResetSession session, PasswordOpen open, Account account, Secret newPassword, Instant now) {
        List<String> broken =
                CloudPolicy.brokenBy(newPassword).stream().map(Enum::name).toList();
        if (!broken.isEmpty()) {
            session.refusePassword(Policy.CLOUD, broken);
            outbox.add(session.message(
                    now, new PasswordRefused(session.id(), account.person(session.ipAddress()), Policy.CLOUD, broken)));
            return Outcome.declined(ProblemName.CLOUD_POLICY_VIOLATION, broken);
        }
        account.changePasswordHash(passwordHash.of(newPassword));
        completeReset.succeed(session, open.succeeded(), null);
        return Outcome.done(new Submitted(session, Optional.empty()));
    }

    private Submitted sendToAgent(
            ResetSession session, PasswordOpen open, Tenant tenant, Account account, Secret newPassword, Instant now) {
        WritebackPending pending = open.sentToAgent(UUID.randomUUID(), requestWriteback.expiryOf(now));
        session.moveTo(pending);
        if (account.kind().isHeldInCloud()) {
            session.keepPendingHash(passwordHash.of(newPassword));
        }
        return new Submitted(
                session, Optional.of(requestWriteback.prepare(session, pending, tenant, account, newPassword, now)));
    }

    private static ProblemName outOfTurn(ResetState state) {
        if (state instanceof GatesOpen) {
            return ProblemName.GATES_NOT_PASSED;
        }
        return state instanceof WritebackPending ? ProblemName.SUBMIT_IN_FLIGHT : ProblemName.SESSION_ENDED;
    }
}
