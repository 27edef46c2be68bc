package io.sspr.reset.gate;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.gate.CodeRequested;
import io.sspr.contract.gate.PhoneNumberMismatched;
import io.sspr.contract.seal.Seal;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Secret;
import io.sspr.outbox.Outbox;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.gate.Method.Destination;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetSessions;
import io.sspr.reset.session.ResetState;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Second step of a reset: the user picks a method and a code goes out. The code itself leaves in two forms only: hashed into the database, sealed
 * to notification-service. Where it goes is read from the account, never from the caller. Source: R-FLW-07, R-FLW-08, R-PHN-05.
 */
@ApplicationScoped
class SendCode {
    private final ResetSessions sessions;
    private final Tenants tenants;
    private final Accounts accounts;
    private final Challenges challenges;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final ResetKeys keys;
    private final ResetConfig config;
    private final Clock clock;

    SendCode(
            ResetSessions sessions,
            Tenants tenants,
            Accounts accounts,
            Challenges challenges,
            Outbox outbox,
            OutboxRelay relay,
            ResetKeys keys,
            ResetConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.accounts = accounts;
        this.challenges = challenges;
        this.outbox = outbox;
        this.relay = relay;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** A stored challenge and the request that still has to be sent for it. */
    record Prepared(Challenge challenge, Message<DeliverCode> request) {}

    /**
     * Stores a challenge; every earlier code of the session is void from here on.
     *
     * @param typedPhone what the user typed as the whole phone number; ignored by methods other than phone
     */
    @Transactional
    Outcome<Prepared> prepare(UUID sessionId, Method method, String typedPhone) {
        ResetSession session = sessions.lock(sessionId).orElseThrow();
        Instant now = clock.instant();
        ResetState state = session.state();
        if (!(state instanceof GatesOpen gates)) {
            return Outcome.declined(
                    state instanceof PasswordOpen ? ProblemName.GATES_ALREADY_PASSED : ProblemName.SESSION_ENDED);
        }
        if (session.isExpiredAt(now)) {
            return Outcome.declined(ProblemName.SESSION_EXPIRED);
        }
        Tenant tenant = tenants.findById(session.tenantId());
        Account account = accounts.findById(session.accountId());
        if (!gates.allows(method)
                || !RequiredGates.of(account, tenant.policy()).usable().contains(method)) {
            return Outcome.declined(ProblemName.METHOD_NOT_OFFERED);
        }
        if (method == Method.MOBILE_PHONE && !isOnFile(account, typedPhone)) {
            outbox.add(session.message(
                    now,
                    new PhoneNumberMismatched(
                            session.id(), account.person(session.ipAddress()), gates.nextGate(), method.name())));
            return Outcome.declined(ProblemName.PHONE_MISMATCH);
        }
        return Outcome.done(prepare(session, gates, tenant, account, method, now));
    }

    /** Sends what {@link #prepare} stored; call it after that transaction has committed. */
    void send(Prepared prepared) {
        relay.send(prepared.request(), keys.signing());
    }

    private Prepared prepare(
            ResetSession session, GatesOpen gates, Tenant tenant, Account account, Method method, Instant now) {
        challenges.supersedeOpen(session.id());
        UUID id = UUID.randomUUID();
        Secret code = OneTimeCode.random();
        Instant expiresAt = now.plus(config.code().lifetime());
        Challenge challenge = new Challenge(
                id, session.id(), gates.nextGate(), method, OneTimeCode.hash(code, id, keys.code()), expiresAt);
        challenges.persist(challenge);
        outbox.add(session.message(
                now,
                new CodeRequested(
                        session.id(), account.person(session.ipAddress()), id, gates.nextGate(), method.name())));
        return new Prepared(challenge, session.message(now, request(challenge, session, tenant, account, code)));
    }

    private DeliverCode request(
            Challenge challenge, ResetSession session, Tenant tenant, Account account, Secret code) {
        Method method = challenge.method();
        Destination destination = method.destination(account).orElseThrow();
        DeliverCode unsealed = new DeliverCode(
                challenge.id(),
                tenant.id(),
                method.channel(),
                destination.address(),
                session.language(),
                tenant.displayName(),
                null,
                challenge.expiresAt());
        SealContext context = unsealed.sealContext();
        return new DeliverCode(
                unsealed.deliveryId(),
                unsealed.tenant(),
                unsealed.channel(),
                unsealed.destination(),
                unsealed.language(),
                unsealed.tenantName(),
                Seal.seal(code, context, keys.notification()),
                unsealed.expiresAt());
    }

    private static boolean isOnFile(Account account, String typedPhone) {
        return typedPhone != null
                && account.resetPhone()
                        .filter(phone -> phone.isTypedAs(typedPhone))
                        .isPresent();
    }
}
