package io.sspr.reset.session;

import io.sspr.contract.Fact;
import io.sspr.contract.Message;
import io.sspr.contract.Person;
import io.sspr.contract.reset.AccountNotVerified;
import io.sspr.contract.reset.AccountNotVerified.Cause;
import io.sspr.contract.reset.ResetRefused;
import io.sspr.contract.reset.ResetRefused.Stage;
import io.sspr.contract.reset.ResetStarted;
import io.sspr.outbox.Outbox;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.eligibility.CheckEligibility;
import io.sspr.reset.eligibility.CheckEligibility.Ineligible;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.ResetState.GatesOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** First step of a reset: somebody names an account; if it may reset, a session begins. Source: R-FLW-04, R-FLW-05, R-CHK-01. */
@ApplicationScoped
class BeginReset {
    private final Tenants tenants;
    private final Accounts accounts;
    private final CheckEligibility checkEligibility;
    private final ResetSessions sessions;
    private final Outbox outbox;
    private final Clock clock;
    private final ResetConfig config;

    BeginReset(
            Tenants tenants,
            Accounts accounts,
            CheckEligibility checkEligibility,
            ResetSessions sessions,
            Outbox outbox,
            Clock clock,
            ResetConfig config) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.checkEligibility = checkEligibility;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /** Who asks, and how to answer. */
    record Visitor(UUID supportCode, Language language, String ipAddress) {}

    /** A session with the token that opens it; the token is not kept. */
    record Begun(ResetSession session, SessionToken token, RequiredGates gates) {}

    /** The answer for unknown, disabled and guest accounts is one and the same. */
    @Transactional
    Outcome<Begun> begin(String userId, Visitor visitor) {
        String name = userId.strip();
        Optional<Tenant> tenant = tenants.ofDomain(name.substring(name.lastIndexOf('@') + 1));
        if (tenant.isEmpty()) {
            return Outcome.declined(ProblemName.ACCOUNT_NOT_VERIFIED);
        }
        Optional<Account> account = accounts.named(name);
        Optional<Cause> unverified = causeNotToVerify(account);
        if (unverified.isPresent()) {
            publish(
                    tenant.get(),
                    account,
                    visitor,
                    new AccountNotVerified(null, person(account, visitor), unverified.get()));
            return Outcome.declined(ProblemName.ACCOUNT_NOT_VERIFIED);
        }
        return begin(tenant.get(), account.get(), visitor);
    }

    private Outcome<Begun> begin(Tenant tenant, Account account, Visitor visitor) {
        Optional<Ineligible> ineligible = checkEligibility.atBegin(tenant, account);
        if (ineligible.isPresent()) {
            Ineligible why = ineligible.get();
            Person user = account.person(visitor.ipAddress());
            publish(
                    tenant,
                    Optional.of(account),
                    visitor,
                    new ResetRefused(null, user, why.code(), Stage.ELIGIBILITY, why.reason(), null, Map.of()));
            return Outcome.refused(why.code());
        }
        RequiredGates gates = RequiredGates.of(account, tenant.policy());
        SessionToken token = SessionToken.create();
        ResetSession session = open(account, gates, token, visitor);
        outbox.add(session.message(
                session.createdAt,
                new ResetStarted(
                        session.id,
                        account.person(visitor.ipAddress()),
                        gates.required(),
                        gates.usable().stream().map(Enum::name).toList())));
        return Outcome.done(new Begun(session, token, gates));
    }

    private ResetSession open(Account account, RequiredGates gates, SessionToken token, Visitor visitor) {
        Instant now = clock.instant();
        ResetSession session = new ResetSession(UUID.randomUUID());
        session.supportCode = visitor.supportCode();
        session.tenantId = account.tenantId();
        session.accountId = account.id();
        session.tokenHash = token.hash();
        session.language = visitor.language().tag();
        session.ipAddress = visitor.ipAddress();
        session.createdAt = now;
        session.expiresAt = now.plus(config.session().lifetime());
        session.gatesRequired = gates.required();
        session.moveTo(new GatesOpen(Set.of(), gates.required()));
        sessions.persist(session);
        return session;
    }

    private static Optional<Cause> causeNotToVerify(Optional<Account> account) {
        if (account.isEmpty()) {
            return Optional.of(Cause.UNKNOWN);
        }
        if (!account.get().isEnabled()) {
            return Optional.of(Cause.SIGN_IN_DISABLED);
        }
        return account.get().isGuest() ? Optional.of(Cause.GUEST) : Optional.empty();
    }

    private static Person person(Optional<Account> account, Visitor visitor) {
        return account.map(known -> known.person(visitor.ipAddress()))
                .orElseGet(() -> Person.unknown(visitor.ipAddress()));
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
