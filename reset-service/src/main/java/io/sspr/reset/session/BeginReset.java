package io.sspr.reset.session;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.reset.ResetStarted;
import io.sspr.outbox.Outbox;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.FindAccount;
import io.sspr.reset.directory.FindAccount.Found;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.CheckEligibility;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.OfferMethods;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.policy.TenantPolicy.EnumerationProtection;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.throttle.Limit;
import io.sspr.reset.throttle.Subject;
import io.sspr.reset.throttle.Subjects;
import io.sspr.reset.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** First step of a reset: somebody names an account; if it may reset, a session begins. Source: R-FLW-04, R-FLW-05, R-CHK-01, R-CHK-02, R-ERR-91. */
@ApplicationScoped
class BeginReset {
    private final Tenants tenants;
    private final FindAccount findAccount;
    private final Accounts accounts;
    private final Throttle throttle;
    private final Subjects subjects;
    private final CheckEligibility checkEligibility;
    private final OfferMethods offerMethods;
    private final ResetSessions sessions;
    private final Outbox outbox;
    private final Clock clock;
    private final ResetConfig config;

    BeginReset(
            Tenants tenants,
            FindAccount findAccount,
            Accounts accounts,
            Throttle throttle,
            Subjects subjects,
            CheckEligibility checkEligibility,
            OfferMethods offerMethods,
            ResetSessions sessions,
            Outbox outbox,
            Clock clock,
            ResetConfig config) {
        this.tenants = tenants;
        this.findAccount = findAccount;
        this.accounts = accounts;
        this.throttle = throttle;
        this.subjects = subjects;
        this.checkEligibility = checkEligibility;
        this.offerMethods = offerMethods;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /** Who asks, and how to answer. */
    record Visitor(UUID supportCode, Language language, String ipAddress) {}

    /** A session with the token that opens it; the token is not kept. */
    record Begun(ResetSession session, SessionToken token, RequiredGates gates) {}

    /** The answer for unknown, disabled and guest accounts is one and the same, and so is its throttling. */
    @Transactional
    Outcome<Begun> begin(String userId, Visitor visitor) {
        String name = userId.strip();
        Optional<Tenant> tenant = tenants.ofDomain(name.substring(name.lastIndexOf('@') + 1));
        if (tenant.isEmpty()) {
            return notVerified(unknownName(name, null, visitor));
        }
        Found found = findAccount.find(tenant.get(), name);
        return found.unusable().isPresent()
                ? beginUnusable(tenant.get(), name, found, visitor)
                : begin(tenant.get(), found.account().orElseThrow(), visitor);
    }

    private Outcome<Begun> begin(Tenant tenant, Account account, Visitor visitor) {
        Person user = account.person(visitor.ipAddress());
        Subject subject = new Subject(subjects.ofAccount(account.id()), tenant.id(), visitor.supportCode(), user);
        if (throttle.isBlocked(subject.key())) {
            return Outcome.declined(ProblemName.THROTTLED);
        }
        Optional<Ineligible> ineligible = checkEligibility.atBegin(tenant, account);
        if (ineligible.isPresent()) {
            Ineligible why = ineligible.get();
            publish(
                    tenant,
                    Optional.of(account),
                    visitor,
                    new ResetRefused(null, user, why.code(), Stage.ELIGIBILITY, null, why.reason(), null, Map.of()));
            return Outcome.refused(why.code());
        }
        Instant now = clock.instant();
        return throttle.mayBegin(subject, now)
                ? Outcome.done(open(tenant, account, subject, visitor, now))
                : Outcome.declined(ProblemName.THROTTLED);
    }

    /** Nobody can reset under this name, and whoever typed it must not learn that: they get the neutral answer, or are led on. */
    private Outcome<Begun> beginUnusable(Tenant tenant, String name, Found found, Visitor visitor) {
        Subject subject = unknownName(name, tenant, visitor);
        boolean isLedOn = tenant.policy().enumerationProtection() == EnumerationProtection.DECOY;
        if (!isLedOn) {
            publish(tenant, found.account(), visitor, notVerified(null, found, visitor));
            return notVerified(subject);
        }
        if (throttle.isBlocked(subject.key())) {
            return Outcome.declined(ProblemName.THROTTLED);
        }
        Account decoy = accounts.decoy(tenant.id(), subject.key());
        Optional<Ineligible> ineligible = checkEligibility.ofDecoy(tenant, decoy);
        if (ineligible.isPresent()) {
            publish(tenant, found.account(), visitor, notVerified(null, found, visitor));
            return Outcome.refused(ineligible.get().code());
        }
        Instant now = clock.instant();
        if (!throttle.mayBegin(subject, now)) {
            return Outcome.declined(ProblemName.THROTTLED);
        }
        Begun begun = open(tenant, decoy, subject, visitor, now);
        outbox.add(begun.session().message(now, notVerified(begun.session().id, found, visitor)));
        return Outcome.done(begun);
    }

    private Outcome<Begun> notVerified(Subject subject) {
        if (throttle.isBlocked(subject.key())) {
            return Outcome.declined(ProblemName.THROTTLED);
        }
        throttle.failed(subject, Limit.RESET);
        return Outcome.declined(ProblemName.ACCOUNT_NOT_VERIFIED);
    }

    private static AccountNotVerified notVerified(UUID session, Found found, Visitor visitor) {
        Person user = found.account()
                .map(known -> known.person(visitor.ipAddress()))
                .orElseGet(() -> Person.unknown(visitor.ipAddress()));
        return new AccountNotVerified(session, user, found.unusable().orElseThrow());
    }

    /** Counted under the name, so that accounts that exist and may not reset behave like those that do not exist. */
    private Subject unknownName(String name, Tenant tenant, Visitor visitor) {
        return new Subject(
                subjects.ofName(name),
                tenant == null ? null : tenant.id(),
                visitor.supportCode(),
                Person.unknown(visitor.ipAddress()));
    }

    private Begun open(Tenant tenant, Account account, Subject subject, Visitor visitor, Instant now) {
        RequiredGates gates = offerMethods.gates(tenant, account);
        SessionToken token = SessionToken.create();
        ResetSession session = new ResetSession(UUID.randomUUID());
        session.supportCode = visitor.supportCode();
        session.tenantId = tenant.id();
        session.accountId = subject.user().id();
        session.throttleSubject = subject.key();
        session.tokenHash = token.hash();
        session.language = visitor.language().tag();
        session.ipAddress = visitor.ipAddress();
        session.createdAt = now;
        session.expiresAt = now.plus(config.session().lifetime());
        session.gatesRequired = gates.required();
        session.moveTo(new GatesOpen(Set.of(), gates.required()));
        sessions.persist(session);
        if (!session.isDecoy()) {
            outbox.add(session.message(
                    now,
                    new ResetStarted(
                            session.id,
                            subject.user(),
                            gates.required(),
                            gates.usable().stream().map(Enum::name).toList())));
        }
        return new Begun(session, token, gates);
    }

    private void publish(Tenant tenant, Optional<Account> account, Visitor visitor, Fact fact) {
        String subject = account.map(known -> known.id().toString()).orElse(tenant.id());
        outbox.add(new Message<>(
                UUID.randomUUID(),
                clock.instant(),
                "/reset-service",
                tenant.id(),
                subject,
                visitor.supportCode(),
                fact));
    }
}
