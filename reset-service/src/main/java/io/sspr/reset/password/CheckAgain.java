package io.sspr.reset.password;

import io.sspr.contract.Person;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.eligibility.CheckEligibility;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.OfferMethods;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.SessionAccounts;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks once more, when a session is about to have its effect, whether its account may do so: account, settings and roles may have changed since it
 * began. Ends the session if not. Source: R-CHK-20, R-ADM-09.
 */
@ApplicationScoped
class CheckAgain {
    private final CheckEligibility checkEligibility;
    private final OfferMethods offerMethods;
    private final SessionAccounts sessionAccounts;
    private final Throttle throttle;
    private final Outbox outbox;

    CheckAgain(
            CheckEligibility checkEligibility,
            OfferMethods offerMethods,
            SessionAccounts sessionAccounts,
            Throttle throttle,
            Outbox outbox) {
        this.checkEligibility = checkEligibility;
        this.offerMethods = offerMethods;
        this.sessionAccounts = sessionAccounts;
        this.throttle = throttle;
        this.outbox = outbox;
    }

    /** Why the session ended; empty if it may go on. */
    <T> Optional<Outcome<T>> check(
            ResetSession session, PasswordOpen open, Tenant tenant, Account account, Instant now) {
        Person user = account.person(session.ipAddress());
        if (!account.isEnabled() || account.isGuest()) {
            Cause cause = account.isGuest() ? Cause.GUEST : Cause.SIGN_IN_DISABLED;
            return Optional.of(end(session, open, user, cause, ProblemName.ACCOUNT_NOT_VERIFIED, now));
        }
        Optional<Ineligible> ineligible = checkEligibility.atSubmit(tenant, account);
        if (ineligible.isPresent()) {
            Ineligible why = ineligible.get();
            session.moveTo(open.refused(why.code()));
            outbox.add(session.message(
                    now,
                    new ResetRefused(
                            session.id(),
                            user,
                            why.code(),
                            Stage.SUBMIT,
                            session.operation(),
                            why.reason(),
                            null,
                            Map.of())));
            throttle.attemptEnded(sessionAccounts.attempts(session), session.createdAt());
            return Optional.of(Outcome.refused(why.code()));
        }
        return isProven(open, account, offerMethods.gates(tenant, account))
                ? Optional.empty()
                : Optional.of(end(session, open, user, Cause.MORE_GATES_REQUIRED, ProblemName.SESSION_ENDED, now));
    }

    /** Somebody who was made an administrator meanwhile is held to what administrators have to prove. */
    private static boolean isProven(PasswordOpen open, Account account, RequiredGates gates) {
        boolean byRightMethods = !account.isAdministrator() || gates.usable().containsAll(open.passed());
        return byRightMethods && open.passed().size() >= gates.required();
    }

    private <T> Outcome<T> end(
            ResetSession session, PasswordOpen open, Person user, Cause cause, ProblemName problem, Instant now) {
        session.moveTo(open.cancelled());
        outbox.add(session.message(now, new AccountNotVerified(session.id(), user, cause)));
        throttle.attemptEnded(sessionAccounts.attempts(session), session.createdAt());
        return Outcome.declined(problem);
    }
}
