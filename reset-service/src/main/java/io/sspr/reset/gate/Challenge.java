package io.sspr.reset.gate;

import io.sspr.contract.delivery.Channel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a user is asked for at one gate of one session: a code that was sent, an approval on the phone, the code of an app, or answers. At most one
 * per session is open; another one closes it. Source: R-PHN-11.
 */
@Entity
public class Challenge {
    /** Whether the challenge can still open its gate. */
    enum Status {
        OPEN,
        USED,
        SUPERSEDED,
        /** Declined on the phone. */
        VOID
    }

    /** How far the message got. */
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

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Column(name = "code_hash")
    byte[] codeHash;

    List<String> questions;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    Delivery delivery;

    protected Challenge() {}

    Challenge(UUID sessionId, int gate, Method method, Instant now, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.sessionId = sessionId;
        this.gate = gate;
        this.method = method;
        this.createdAt = now;
        this.expiresAt = expiresAt;
        this.status = Status.OPEN;
    }

    public UUID id() {
        return id;
    }

    public Method method() {
        return method;
    }

    /** Empty if nothing is sent. */
    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    /** The questions to answer, by their keys; empty for other methods. */
    public List<String> questions() {
        return questions == null ? List.of() : questions;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Empty if nothing is sent. */
    public Optional<Delivery> delivery() {
        return Optional.ofNullable(delivery);
    }

    void goesBy(Channel way) {
        channel = way;
        delivery = Delivery.REQUESTED;
    }

    boolean isDeclined() {
        return status == Status.VOID;
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
