package io.sspr.reset.registration;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.registration.Purpose;
import io.sspr.reset.authenticator.Authenticator.Kind;
import io.sspr.reset.authenticator.SetUpAuthenticator.NewApp;
import io.sspr.reset.gate.Challenge.Delivery;
import io.sspr.reset.gate.Method;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * What a signed-in user is asked to verify: that a phone, mailbox or app is theirs before it is registered, or who they are. It belongs to one sign-in,
 * which has at most one open; another one closes it. Source: R-REG-14, R-REG-15.
 */
@Entity
class Verification {
    /** Whether it can still be passed. */
    public enum Status {
        OPEN,
        PASSED,
        SUPERSEDED,
        /** Denied on the phone. */
        DENIED,
        EXPIRED
    }

    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "sign_in")
    UUID signIn;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Enumerated(EnumType.STRING)
    Method method;

    /** Null if nothing is sent. */
    @Enumerated(EnumType.STRING)
    Channel channel;

    /** The phone number or mail address that is to be registered; null for an app, and for proving. */
    String datum;

    @Enumerated(EnumType.STRING)
    @Column(name = "app_kind")
    Kind appKind;

    @Column(name = "app_name")
    String appName;

    @Column(name = "app_device")
    String appDevice;

    @Column(name = "app_secret")
    byte[] appSecret;

    /** Null unless a code was sent. */
    @Column(name = "code_hash")
    byte[] codeHash;

    /** Names the form that asked for it, with what was typed; null if none did. */
    UUID form;

    @Enumerated(EnumType.STRING)
    Status status;

    /** Null if nothing is sent. */
    @Enumerated(EnumType.STRING)
    Delivery delivery;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "passed_at")
    Instant passedAt;

    protected Verification() {}

    Verification(Visit visit, Purpose purpose, Method method, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.accountId = visit.account().id();
        this.signIn = visit.signIn();
        this.purpose = purpose;
        this.method = method;
        this.status = Status.OPEN;
        this.createdAt = visit.now();
        this.expiresAt = expiresAt;
    }

    void goesBy(Channel way) {
        channel = way;
        delivery = Delivery.REQUESTED;
    }

    void setsUp(NewApp app, byte[] encryptedSecret) {
        appKind = app.kind();
        appName = app.name();
        appDevice = app.device();
        appSecret = encryptedSecret;
    }

    NewApp app() {
        return new NewApp(appKind, appName, appDevice);
    }

    boolean isReplyOnPhone() {
        return channel != null && !channel.carriesCodes();
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void pass(Instant now) {
        passedAt = now;
        end(Status.PASSED);
    }

    /** What it was about is of no use any more. */
    void end(Status how) {
        status = how;
        datum = null;
        appName = null;
        appDevice = null;
        appSecret = null;
        codeHash = null;
    }
}
