package io.sspr.reset.writeback;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.sspr.contract.Message;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.agent.AgentKeys;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * Asks a tenant's agent to do something with an account outside a reset by self-service: to check, to change or to set its password, or to unlock it.
 * First make the request, which records in a transaction of its own that it is about to be sent; then {@link #ask} sends it and waits without holding a
 * thread. The passwords leave by the broker only, sealed to each of the tenant's agents. Source: R-WB-03, R-WB-31a … R-WB-31f, R-WB-34, R-CHG-01.
 */
@ApplicationScoped
public class AskAgent {
    /** How long somebody who signs in waits. */
    private static final Duration SIGN_IN = Duration.ofSeconds(10);

    /** What {@link ExpireAgentRequests} may need to notice that a request is overdue. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final AgentRequests requests;
    private final AwaitResult awaitResult;
    private final OutboxRelay relay;
    private final AgentKeys agentKeys;
    private final ResetKeys keys;
    private final ResetConfig config;
    private final Clock clock;

    AskAgent(
            AgentRequests requests,
            AwaitResult awaitResult,
            OutboxRelay relay,
            AgentKeys agentKeys,
            ResetKeys keys,
            ResetConfig config,
            Clock clock) {
        this.requests = requests;
        this.awaitResult = awaitResult;
        this.relay = relay;
        this.agentKeys = agentKeys;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Makes the question whether {@code password} is the account's. */
    @Transactional
    public Message<WritebackRequest> whetherRight(Tenant tenant, Account account, Secret password, Visitor visitor) {
        AgentRequest record = record(Operation.VERIFY, account, SIGN_IN, visitor);
        return message(record, request(record, account).withPassword(password, keysOf(tenant)));
    }

    /**
     * Makes the request to replace {@code current} by {@code replacement}. Its end is told by {@link AgentAnswered}, whether anybody waits or not.
     *
     * @param pendingHash what the cloud keeps of the new password once it is in force; null if nothing
     */
    @Transactional
    public Message<WritebackRequest> toChange(
            Tenant tenant, Account account, Secret current, Secret replacement, String pendingHash, Visitor visitor) {
        AgentRequest record =
                record(Operation.CHANGE, account, config.writeback().expiresAfter(), visitor);
        record.pendingHash = pendingHash;
        return message(
                record,
                request(record, account)
                        .withPassword(replacement, keysOf(tenant))
                        .withCurrentPassword(current, keysOf(tenant)));
    }

    /**
     * On whose order a user gets another password.
     *
     * @param administrator the account id of whoever asks
     * @param mustChange whether the user has to change the password at the next sign-in. Source: R-WB-45
     */
    public record OnBehalf(UUID administrator, boolean mustChange) {}

    /** Makes the request to set the password of a user, as {@link #toChange} makes the one to change it. Source: R-WB-42. */
    @Transactional
    public Message<WritebackRequest> toReset(
            Tenant tenant, Account account, Secret password, String pendingHash, OnBehalf order, Visitor visitor) {
        AgentRequest record =
                record(Operation.RESET_BY_ADMIN, account, config.writeback().expiresAfter(), visitor);
        record.pendingHash = pendingHash;
        record.requestedBy = order.administrator();
        record.mustChange = order.mustChange();
        WritebackRequest request = request(record, account).withPassword(password, keysOf(tenant));
        return message(record, order.mustChange() ? request.toBeChangedAtNextSignIn() : request);
    }

    /** Makes the request to unlock the account of a user, as an administrator wishes, with the password it has. Source: R-WB-34. */
    @Transactional
    public Message<WritebackRequest> toUnlock(Account account, UUID administrator, Visitor visitor) {
        AgentRequest record =
                record(Operation.UNLOCK, account, config.writeback().expiresAfter(), visitor);
        record.requestedBy = administrator;
        return message(record, request(record, account));
    }

    /** Sends a request that was made, and waits for its answer; without one in time it is refused as expired. Call it outside a transaction. */
    public Uni<AgentAnswer> ask(Message<WritebackRequest> request) {
        UUID id = request.event().requestId();
        Uni<Void> settled = awaitResult.settled(id, patience(request.event()));
        relay.send(request, keys.signing());
        return settled.emitOn(Infrastructure.getDefaultWorkerPool()).map(ignored -> answer(id));
    }

    @Transactional
    AgentAnswer answer(UUID request) {
        return AgentAnswer.of(requests.findById(request));
    }

    /** A sign-in changes nothing, so its user need not learn what became of it; of a change the truth is waited for. */
    private Duration patience(WritebackRequest request) {
        return request.operation() == Operation.VERIFY
                ? SIGN_IN
                : config.writeback()
                        .expiresAfter()
                        .plus(config.writeback().grace())
                        .plus(SETTLING);
    }

    private AgentRequest record(Operation operation, Account account, Duration validity, Visitor visitor) {
        Instant now = clock.instant();
        AgentRequest record = new AgentRequest(UUID.randomUUID());
        record.tenantId = account.tenantId();
        record.accountId = account.id();
        record.operation = operation;
        record.requestedAt = now;
        // Whole seconds, since the seal holds no finer ones.
        record.expiresAt = now.plus(validity).truncatedTo(ChronoUnit.SECONDS);
        record.supportCode = visitor.supportCode();
        record.ipAddress = visitor.ipAddress();
        record.language = visitor.language().tag();
        requests.persist(record);
        return record;
    }

    private static WritebackRequest request(AgentRequest record, Account account) {
        return WritebackRequest.of(
                        record.operation, record.requestId, record.tenantId, account.cloudAnchor(), record.expiresAt)
                .askedForAt(record.requestedAt);
    }

    private static Message<WritebackRequest> message(AgentRequest record, WritebackRequest request) {
        return record.message(record.requestedAt, request);
    }

    private List<PublicJsonWebKey> keysOf(Tenant tenant) {
        return agentKeys.toSealTo(tenant.id());
    }
}
