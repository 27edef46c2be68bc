package io.sspr.reset.password;

import io.sspr.contract.Message;
import io.sspr.contract.reset.PasswordRefused;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.WritebackPending;
import io.sspr.reset.session.TakeTurn;
import io.sspr.reset.writeback.CompleteReset;
import io.sspr.reset.writeback.RequestWriteback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Fourth step of a reset: the user chose a new password. A password that the cloud masters is in force when this returns; one that is mastered
 * on-premises is on its way to the agent. Eligibility is asked again, since settings may have changed. Source: R-FLW-10, R-FLW-40 … R-FLW-42, R-CHK-20.
 */
@ApplicationScoped
class SubmitPassword {
    private final TakeTurn turn;
    private final Tenants tenants;
    private final Accounts accounts;
    private final CheckAgain checkAgain;
    private final JudgePassword judgePassword;
    private final PasswordHash passwordHash;
    private final RequestWriteback requestWriteback;
    private final CompleteReset completeReset;
    private final Outbox outbox;

    SubmitPassword(
            TakeTurn turn,
            Tenants tenants,
            Accounts accounts,
            CheckAgain checkAgain,
            JudgePassword judgePassword,
            PasswordHash passwordHash,
            RequestWriteback requestWriteback,
            CompleteReset completeReset,
            Outbox outbox) {
        this.turn = turn;
        this.tenants = tenants;
        this.accounts = accounts;
        this.checkAgain = checkAgain;
        this.judgePassword = judgePassword;
        this.passwordHash = passwordHash;
        this.requestWriteback = requestWriteback;
        this.completeReset = completeReset;
        this.outbox = outbox;
    }

    /** What was decided, and the request that still has to be sent for it; none for a password that the cloud masters. */
    record Submitted(ResetSession session, Optional<Message<WritebackRequest>> request) {}

    /**
     * What the user typed.
     *
     * @param repetition the new password once more; null if the client compared the two itself
     */
    record NewPassword(Secret password, Secret repetition) {
        boolean isTypedTwice() {
            return repetition == null || repetition.equals(password);
        }
    }

    /** Decides and stores; the caller sends the request after this transaction has committed. */
    @Transactional
    Outcome<Submitted> submit(UUID sessionId, Optional<Integer> seen, NewPassword typed) {
        return turn.atPassword(sessionId, seen, (session, open, now) -> {
            if (!typed.isTypedTwice()) {
                return Outcome.declined(ProblemName.PASSWORDS_DIFFER);
            }
            session.ask(Operation.RESET);
            Tenant tenant = tenants.findById(session.tenantId());
            Account account = accounts.findById(session.accountId());
            return checkAgain
                    .<Submitted>check(session, open, tenant, account, now)
                    .orElseGet(() -> submit(session, open, tenant, account, typed.password(), now));
        });
    }

    private Outcome<Submitted> submit(
            ResetSession session, PasswordOpen open, Tenant tenant, Account account, Secret newPassword, Instant now) {
        Optional<Verdict> refusal = judgePassword.judge(tenant, account, newPassword);
        if (refusal.isPresent()) {
            Verdict why = refusal.get();
            session.refusePassword(why.policy(), why.rules());
            outbox.add(session.message(
                    now,
                    new PasswordRefused(session.id(), account.person(session.ipAddress()), why.policy(), why.rules())));
            return Outcome.declined(why.problem(), why.rules());
        }
        if (account.kind().isManagedOnPremises()) {
            return Outcome.done(sendToAgent(session, open, tenant, account, newPassword, now));
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
}
