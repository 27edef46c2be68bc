package io.sspr.reset.gate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A code that was sent for one gate of one session. At most one per session is open; sending another closes it. Source: R-PHN-11. */
@Entity
public class Challenge {
    /** Whether the code can still open its gate. */
    enum Status {
        OPEN,
        USED,
        SUPERSEDED,
        VOID
    }

    /** How far the message with the code got. */
    public enum Delivery {
        REQUESTED,
        DELIVERED,
        FAILED
    }

    @Id
    UUID id;

    @Column(name = "session_id")
    UUID sessionId;

    int gate;

    @Enumerated(EnumType.STRING)
    Method method;

    @Column(name = "code_hash")
    byte[] codeHash;

    @Column(name = "expires_at")
    Instant expiresAt;

    int wrong;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    Delivery delivery;

    protected Challenge() {}

    Challenge(UUID id, UUID sessionId, int gate, Method method, byte[] codeHash, Instant expiresAt) {
        this.id = id;
        this.sessionId = sessionId;
        this.gate = gate;
        this.method = method;
        this.codeHash = codeHash;
        this.expiresAt = expiresAt;
        this.status = Status.OPEN;
        this.delivery = Delivery.REQUESTED;
    }

    public UUID id() {
        return id;
    }

    public Method method() {
        return method;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Delivery delivery() {
        return delivery;
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
