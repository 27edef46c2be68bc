package io.sspr.reset.writeback;

import io.sspr.contract.Message;
import io.sspr.contract.reset.WritebackRequested;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.outbox.Outbox;
import io.sspr.outbox.OutboxRelay;
import io.sspr.reset.ResetConfig;
import io.sspr.reset.agent.AgentKeys;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetState.WritebackPending;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Asks the tenant's agents to set a password, or to unlock an account. The request leaves by the broker only, sealed to each of them and signed, and is
 * never stored: if this process dies between commit and sending, {@link ExpireWritebacks} ends the reset with code 30. Source: R-WB-31a … R-WB-31f.
 */
@ApplicationScoped
public class RequestWriteback {
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final AgentKeys agentKeys;
    private final ResetKeys keys;
    private final ResetConfig config;

    RequestWriteback(Outbox outbox, OutboxRelay relay, AgentKeys agentKeys, ResetKeys keys, ResetConfig config) {
        this.outbox = outbox;
        this.relay = relay;
        this.agentKeys = agentKeys;
        this.keys = keys;
        this.config = config;
    }

    /** Until when the agent may act on a request submitted at {@code now}; whole seconds, since the seal holds no finer ones. */
    public Instant expiryOf(Instant now) {
        return now.plus(config.writeback().expiresAfter()).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Makes the request and records that it is about to be sent.
     *
     * @param password the new one; null for an unlock
     */
    public Message<WritebackRequest> prepare(
            ResetSession session,
            WritebackPending pending,
            Tenant tenant,
            Account account,
            Secret password,
            Instant now) {
        outbox.add(session.message(
                now,
                new WritebackRequested(
                        session.id(),
                        account.person(session.ipAddress()),
                        pending.requestId(),
                        session.operation(),
                        pending.expiresAt())));
        WritebackRequest request = WritebackRequest.of(
                        session.operation(),
                        pending.requestId(),
                        tenant.id(),
                        account.cloudAnchor(),
                        pending.expiresAt())
                .askedForAt(now);
        return session.message(
                now, password == null ? request : request.withPassword(password, agentKeys.toSealTo(tenant.id())));
    }

    /** Sends a prepared request; call it after the transaction has committed. A broker that does not take it shows as code 30. */
    public void send(Message<WritebackRequest> request) {
        relay.send(request, keys.signing());
    }
}
