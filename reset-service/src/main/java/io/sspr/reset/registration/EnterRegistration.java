package io.sspr.reset.registration;

import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.registration.RegistrationRefused;
import io.sspr.outbox.Outbox;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.CheckEligibility;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.throttle.Subjects;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a signed-in user take a step of registration, if their tenant lets them register at all. Whoever may not is told so and nothing else; the cause
 * is for administrators. Steps that change something take turns: of all steps for one account, resets included, one is taken after the other, and none
 * while the account is blocked. Source: R-REG-02, R-REG-03, R-ADM-08, R-THR-10.
 */
@ApplicationScoped
class EnterRegistration {
    /** How long whoever has proven who they are need not do so again. Source: R-REG-14. */
    private static final Duration PROOF_LASTS = Duration.ofMinutes(10);

    private final Tenants tenants;
    private final Accounts accounts;
    private final SecurityInfos infos;
    private final LookUpRegistered lookUpRegistered;
    private final Verifications verifications;
    private final CheckEligibility checkEligibility;
    private final Throttle throttle;
    private final Subjects subjects;
    private final Outbox outbox;
    private final Clock clock;

    EnterRegistration(
            Tenants tenants,
            Accounts accounts,
            SecurityInfos infos,
            LookUpRegistered lookUpRegistered,
            Verifications verifications,
            CheckEligibility checkEligibility,
            Throttle throttle,
            Subjects subjects,
            Outbox outbox,
            Clock clock) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.infos = infos;
        this.lookUpRegistered = lookUpRegistered;
        this.verifications = verifications;
        this.checkEligibility = checkEligibility;
        this.throttle = throttle;
        this.subjects = subjects;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What a user does once they are let in. */
    @FunctionalInterface
    interface Step<T> {
        Outcome<T> take(Visit visit);
    }

    /** A step that only looks. */
    @Transactional(TxType.MANDATORY)
    <T> Outcome<T> toLook(Caller caller, Step<T> step) {
        return enter(caller.signInId(), caller.accountId(), caller.person(), step);
    }

    /** A step, in its turn, by which the user shows who they are. */
    @Transactional(TxType.MANDATORY)
    <T> Outcome<T> toVerify(Caller caller, Step<T> step) {
        return inTurn(caller.signInId(), caller.accountId(), caller.person(), step);
    }

    /** A step, in its turn, of a user who has shown who they are. */
    @Transactional(TxType.MANDATORY)
    <T> Outcome<T> toChange(Caller caller, Step<T> step) {
        return toVerify(
                caller, visit -> isProven(visit) ? step.take(visit) : Outcome.declined(ProblemName.PROOF_REQUIRED));
    }

    /** A step, in its turn, that the user takes on the phone. */
    @Transactional(TxType.MANDATORY)
    <T> Outcome<T> onReply(Verification verification, Step<T> step) {
        return inTurn(verification.signIn, verification.accountId, null, step);
    }

    /** Whether the user has passed, in this sign-in and not long ago, what they could be asked for now, or could be asked for nothing. Source: R-REG-13, R-REG-14. */
    boolean isProven(Visit visit) {
        List<Method> provers = visit.registered().provers(visit.tenant());
        return provers.isEmpty() || verifications.passedSince(visit.now().minus(PROOF_LASTS), visit, provers);
    }

    private <T> Outcome<T> inTurn(UUID signIn, UUID accountId, Person user, Step<T> step) {
        // Takes the turn: only what is read from here on is up to date.
        boolean isBlocked = throttle.isBlocked(subjects.ofAccount(accountId));
        return enter(
                signIn,
                accountId,
                user,
                visit -> isBlocked ? Outcome.declined(ProblemName.THROTTLED) : step.take(visit));
    }

    private <T> Outcome<T> enter(UUID signIn, UUID accountId, Person caller, Step<T> step) {
        Account account = accounts.findById(accountId);
        Tenant tenant = tenants.findById(account.tenantId());
        Person user = Optional.ofNullable(caller).orElseGet(() -> account.person(null));
        Instant now = clock.instant();
        Optional<Ineligible> ineligible = checkEligibility.atRegistration(tenant, account);
        if (ineligible.isPresent()) {
            RegistrationRefused refused = new RegistrationRefused(
                    user, ineligible.get().code(), ineligible.get().reason());
            outbox.add(new Message<>(
                    UUID.randomUUID(), now, "/reset-service", tenant.id(), accountId.toString(), signIn, refused));
            return Outcome.declined(ProblemName.REGISTRATION_NOT_ALLOWED);
        }
        SecurityInfo info = infos.findById(accountId);
        return step.take(new Visit(signIn, user, tenant, account, info, lookUpRegistered.of(info, tenant), now));
    }
}
