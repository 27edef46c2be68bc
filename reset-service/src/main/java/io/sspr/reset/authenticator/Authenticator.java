package io.sspr.reset.authenticator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An app that was registered for an account. It is added and removed, never changed. Source: R-MTH-05, R-REG-08. */
@Entity
public class Authenticator {
    /** Which app it is; an account may have five of each kind. Source: R-APP-01. */
    public enum Kind {
        /** Makes codes, and asks its user to approve if its device can be reached. */
        MICROSOFT,
        /** Makes codes. */
        OTHER
    }

    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String name;
    String device;

    /** Encrypted by {@link SecretCipher}. */
    byte[] secret;

    @Column(name = "last_step")
    long lastStep;

    @Column(name = "created_at")
    Instant createdAt;

    protected Authenticator() {}

    Authenticator(UUID id, UUID accountId, Kind kind, String name, String device, byte[] secret, Instant createdAt) {
        if (device != null && kind != Kind.MICROSOFT) {
            throw new IllegalArgumentException("an app of kind " + kind + " has no device to push to");
        }
        this.id = id;
        this.accountId = accountId;
        this.kind = kind;
        this.name = name;
        this.device = device;
        this.secret = secret;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** What its user calls it. */
    public String name() {
        return name;
    }

    /** Where a push reaches the app; empty if it only makes codes. */
    public Optional<String> device() {
        return Optional.ofNullable(device);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
