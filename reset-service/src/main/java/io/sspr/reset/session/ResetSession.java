package io.sspr.reset.session;

import io.sspr.contract.Event;
import io.sspr.contract.Message;
import io.sspr.contract.SsprCode;
import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.reset.gate.Method;
import io.sspr.reset.session.ResetState.Abandoned;
import io.sspr.reset.session.ResetState.Blocked;
import io.sspr.reset.session.ResetState.Cancelled;
import io.sspr.reset.session.ResetState.GatesOpen;
import io.sspr.reset.session.ResetState.PasswordOpen;
import io.sspr.reset.session.ResetState.Refused;
import io.sspr.reset.session.ResetState.Succeeded;
import io.sspr.reset.session.ResetState.WritebackPending;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One user's attempt to get a new password, from naming the account to the result. Change it only while its row is locked. */
@Entity
@Table(name = "reset_session")
public class ResetSession {
    @Id
    UUID id;

    @Column(name = "support_code")
    UUID supportCode;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "throttle_subject")
    String throttleSubject;

    @Column(name = "token_hash")
    byte[] tokenHash;

    String language;

    @Column(name = "ip_address")
    String ipAddress;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "gates_required")
    int gatesRequired;

    @Column(name = "passed_methods")
    List<String> passedMethods = List.of();

    String state;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "request_expires_at")
    Instant requestExpiresAt;

    @Column(name = "pending_hash")
    String pendingHash;

    @Column(name = "refused_code")
    Integer refusedCode;

    @Column(name = "refused_policy")
    String refusedPolicy;

    @Column(name = "refused_rules")
    List<String> refusedRules;

    String operation;

    int version;

    protected ResetSession() {}

    ResetSession(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    public UUID supportCode() {
        return supportCode;
    }

    public String tenantId() {
        return tenantId;
    }

    /** Null for a decoy. */
    public UUID accountId() {
        return accountId;
    }

    /** Whether somebody named an account that does not exist, and is led on. */
    public boolean isDecoy() {
        return accountId == null;
    }

    /** Under what attempts are counted. */
    public String throttleSubject() {
        return throttleSubject;
    }

    /** Grows with every step: a client that names the version it has seen cannot step on what another tab did. */
    public int version() {
        return version;
    }

    /** What the agent was asked to do. */
    public Operation operation() {
        return operation == null ? Operation.RESET : Operation.valueOf(operation);
    }

    /** What the user has said they want; empty if nothing so far. */
    Optional<Operation> intent() {
        return Optional.ofNullable(operation).map(Operation::valueOf);
    }

    public void ask(Operation asked) {
        operation = asked.name();
    }

    /** {@code ja} or {@code en}. */
    public String language() {
        return language;
    }

    public String ipAddress() {
        return ipAddress;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public int gatesRequired() {
        return gatesRequired;
    }

    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The hash that replaces the cloud's once the agent has set the password; empty for accounts whose password only the directory knows. */
    public Optional<String> pendingHash() {
        return Optional.ofNullable(pendingHash);
    }

    public void keepPendingHash(String hash) {
        pendingHash = hash;
    }

    public void forgetPendingHash() {
        pendingHash = null;
    }

    /** Why the last submitted password was refused; empty if none was, or another was submitted since. */
    public Optional<PasswordRefusal> passwordRefusal() {
        return Optional.ofNullable(refusedPolicy)
                .map(policy -> new PasswordRefusal(Policy.valueOf(policy), List.copyOf(refusedRules)));
    }

    public void refusePassword(Policy policy, List<String> rules) {
        version++;
        refusedPolicy = policy.name();
        refusedRules = rules;
    }

    /** A policy that refused a password, and the rules that it named. */
    public record PasswordRefusal(Policy policy, List<String> rules) {}

    /** An event of this session, with the account as key, so that all events of the account stay in order. */
    public <E extends Event> Message<E> message(Instant at, E event) {
        String subject = isDecoy() ? id.toString() : accountId.toString();
        return new Message<>(UUID.randomUUID(), at, "/reset-service", tenantId, subject, supportCode, event);
    }

    public ResetState state() {
        Set<Method> passed = new LinkedHashSet<>();
        passedMethods.forEach(name -> passed.add(Method.valueOf(name)));
        return switch (StateName.valueOf(state)) {
            case GATES_OPEN -> new GatesOpen(passed, gatesRequired);
            case PASSWORD_OPEN -> new PasswordOpen(passed);
            case WRITEBACK_PENDING -> new WritebackPending(passed, requestId, requestExpiresAt);
            case SUCCEEDED -> new Succeeded(passed);
            case REFUSED -> new Refused(passed, SsprCode.of(refusedCode), requestId);
            case BLOCKED -> new Blocked(passed);
            case CANCELLED -> new Cancelled(passed);
            case ABANDONED -> new Abandoned(passed);
        };
    }

    public StateName stateName() {
        return StateName.valueOf(state);
    }

    /** A challenge was made, answered or voided. */
    public void step() {
        version++;
    }

    public void moveTo(ResetState next) {
        version++;
        state = StateName.of(next).name();
        passedMethods = next.passed().stream().map(Enum::name).toList();
        refusedCode = next instanceof Refused refused ? (Integer) refused.code().number() : null;
        refusedPolicy = null;
        refusedRules = null;
        if (next instanceof WritebackPending pending) {
            requestId = pending.requestId();
            requestExpiresAt = pending.expiresAt();
        } else if (next instanceof Refused refused) {
            requestId = refused.requestId();
        }
    }
}
