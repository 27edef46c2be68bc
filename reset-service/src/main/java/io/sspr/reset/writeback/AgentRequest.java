package io.sspr.reset.writeback;

import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackResult;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.reset.directory.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What an agent was asked for outside a reset by self-service, be it a sign-in, a change of password or an administrator's reset or unlock, and what it
 * answered. The passwords that it was asked about are not kept. Change it only while its row is locked.
 */
@Entity
@Table(name = "agent_request")
public class AgentRequest {
    /** Where a request stands: PENDING, then for good one of the others; only an expired one may still turn out to have SUCCEEDED. */
    public enum State {
        PENDING,
        SUCCEEDED,
        REFUSED
    }

    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "account_id")
    UUID accountId;

    @Enumerated(EnumType.STRING)
    Operation operation;

    @Enumerated(EnumType.STRING)
    State state = State.PENDING;

    String agent;

    @Enumerated(EnumType.STRING)
    WritebackVerdict reason;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> evidence;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "pending_hash")
    String pendingHash;

    @Column(name = "support_code")
    UUID supportCode;

    @Column(name = "ip_address")
    String ipAddress;

    String language;

    @Column(name = "requested_by")
    UUID requestedBy;

    @Column(name = "must_change")
    boolean mustChange;

    protected AgentRequest() {}

    AgentRequest(UUID requestId) {
        this.requestId = requestId;
    }

    public UUID accountId() {
        return accountId;
    }

    public String tenantId() {
        return tenantId;
    }

    public Operation operation() {
        return operation;
    }

    public State state() {
        return state;
    }

    /** The agent that answered; null as long as none did. */
    public String agent() {
        return agent;
    }

    /** Why it was refused; null unless it was. */
    public WritebackVerdict reason() {
        return reason;
    }

    /** What the agent saw, by name. */
    public Map<String, Object> evidence() {
        return evidence == null ? Map.of() : evidence;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public String ipAddress() {
        return ipAddress;
    }

    /** {@code ja} or {@code en}: the language of whoever asked. */
    public String language() {
        return language;
    }

    /** The account id of the administrator who asked on behalf of the user; null if the user did. */
    public UUID requestedBy() {
        return requestedBy;
    }

    /** Whether the new password has to be changed at the next sign-in. Source: R-WB-45. */
    public boolean mustChange() {
        return mustChange;
    }

    /** Whether the account has got another password since: an answer may come late, and the newer password must stay. */
    public boolean isOlderThanPasswordOf(Account account) {
        return account.passwordSetAt()
                .filter(setAt -> setAt.isAfter(requestedAt))
                .isPresent();
    }

    /** The cloud's hash of the new password, to be taken over once the agent has set it; empty if the cloud keeps none. */
    public Optional<String> pendingHash() {
        return Optional.ofNullable(pendingHash);
    }

    /** An event of this request's flow, with the account as key. */
    public <E extends Event> Message<E> message(Instant at, E event) {
        return new Message<>(
                UUID.randomUUID(), at, "/reset-service", tenantId, accountId.toString(), supportCode, event);
    }

    /** Takes the agent's answer over, unless another is there that counts for more; true if something changed. */
    boolean settle(WritebackResult result) {
        boolean success = result.outcome() == WritebackResult.Outcome.SUCCESS;
        boolean mayTurnOut = state == State.REFUSED && reason == WritebackVerdict.EXPIRED && success;
        if (state != State.PENDING && !mayTurnOut) {
            return false;
        }
        state = success ? State.SUCCEEDED : State.REFUSED;
        agent = result.agent();
        reason = result.reason();
        evidence = result.evidence();
        return true;
    }

    /** Nobody answered in time. The hash is kept: the agent may have set the password, and say so late. */
    void expire() {
        state = State.REFUSED;
        reason = WritebackVerdict.EXPIRED;
        evidence = Map.of("expiresAt", expiresAt.toString());
    }

    void forgetPendingHash() {
        pendingHash = null;
    }
}
