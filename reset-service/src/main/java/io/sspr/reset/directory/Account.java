package io.sspr.reset.directory;

import io.sspr.contract.Person;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;

/** One user as the cloud knows them: identity, where the password lives, and contact data. Only what changed is written, since others write other parts. */
@Entity
@DynamicUpdate
public class Account {
    @Id
    UUID id;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "user_principal_name")
    String userPrincipalName;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "given_name")
    String givenName;

    String surname;

    @Enumerated(EnumType.STRING)
    AccountKind kind;

    @Column(name = "cloud_anchor")
    String cloudAnchor;

    boolean enabled;

    @Column(name = "removed_at")
    Instant removedAt;

    boolean guest;
    String mail;

    @Column(name = "alternate_email")
    String alternateEmail;

    @Column(name = "authentication_email")
    String authenticationEmail;

    @Column(name = "mobile_phone")
    String mobilePhone;

    @Column(name = "authentication_phone")
    String authenticationPhone;

    @Column(name = "office_phone")
    String officePhone;

    /** {@code SMTP:} for the primary address and {@code smtp:} for others, each followed by the address in lower case. */
    @Column(name = "proxy_addresses")
    List<String> proxyAddresses = List.of();

    @Column(name = "preferred_language")
    String preferredLanguage;

    @Column(name = "usage_location")
    String usageLocation;

    List<String> roles = List.of();
    List<String> licences = List.of();

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "password_set_at")
    Instant passwordSetAt;

    @Column(name = "password_never_expires")
    boolean passwordNeverExpires;

    @Column(name = "must_change_password")
    boolean mustChangePassword;

    @Column(name = "tokens_valid_from")
    Instant tokensValidFrom = Instant.EPOCH;

    protected Account() {}

    Account(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    public String tenantId() {
        return tenantId;
    }

    public String userPrincipalName() {
        return userPrincipalName;
    }

    public AccountKind kind() {
        return kind;
    }

    /** Ties the account to exactly one on-premises object; base64 of 16 bytes, null for cloud-only accounts. */
    public String cloudAnchor() {
        return cloudAnchor;
    }

    /** Whether they may sign in; nobody may whom the directory has removed. */
    public boolean isEnabled() {
        return enabled && removedAt == null;
    }

    /** Whether the directory that the account came from has it no more. */
    public boolean isRemoved() {
        return removedAt != null;
    }

    public boolean isGuest() {
        return guest;
    }

    public String displayName() {
        return displayName;
    }

    /** Names that must not occur in the password: those of the user, as far as they are known. Source: R-BAN-05. */
    public Stream<String> names() {
        return Stream.of(givenName, surname).filter(name -> name != null && !name.isBlank());
    }

    public boolean isAdministrator() {
        return Role.isAdministrator(roles);
    }

    public List<String> roles() {
        return roles;
    }

    public Stream<Licence> licences() {
        return licences.stream().map(Licence::valueOf);
    }

    /** The phone to reach the user by: the private field wins over the public one, even if it is malformed. Source: R-MTH-01. */
    public Optional<PhoneNumber> resetPhone() {
        return firstFilled(authenticationPhone, mobilePhone).flatMap(PhoneNumber::parse);
    }

    /** The desk phone of the directory; it can only be called. Source: R-MTH-02. */
    public Optional<PhoneNumber> officePhone() {
        return firstFilled(officePhone).flatMap(PhoneNumber::parse);
    }

    /** The address to reach the user by. Source: R-MTH-03. */
    public Optional<MailAddress> resetMail() {
        return firstFilled(authenticationEmail, alternateEmail).flatMap(MailAddress::parse);
    }

    /** Primary and alternate address; if neither exists, the user principal name. Source: R-NTF-01. */
    public List<String> noticeAddresses() {
        List<String> addresses = Stream.of(mail, alternateEmail)
                .filter(address -> address != null && !address.isBlank())
                .distinct()
                .toList();
        return addresses.isEmpty() ? List.of(userPrincipalName) : addresses;
    }

    public Optional<String> primaryMail() {
        return firstFilled(mail);
    }

    /** {@code ja}, {@code en}, or empty if the user has no preference. */
    public Optional<String> preferredLanguage() {
        return Optional.ofNullable(preferredLanguage);
    }

    /** Argon2id in its encoded form; null if the cloud holds no password. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public void changePasswordHash(String hash) {
        passwordHash = hash;
    }

    /** When the password was set; empty if that is not known. It goes on counting while the password never expires. Source: R-CLD-07. */
    public Optional<Instant> passwordSetAt() {
        return Optional.ofNullable(passwordSetAt);
    }

    public boolean passwordNeverExpires() {
        return passwordNeverExpires;
    }

    /** Whether the password has to be changed at the next sign-in. Source: R-CHG-01, R-WB-45. */
    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Lets the password be used once more only: to replace it. Source: R-WB-45. */
    public void requirePasswordChange() {
        mustChangePassword = true;
    }

    /** Marks the password as new: its age begins now, it need not be changed at the next sign-in, and whoever came in with the old one is out. */
    public void passwordWasSet(Instant now) {
        passwordSetAt = now;
        mustChangePassword = false;
        revokeTokens(now);
    }

    /** Names the set of access tokens that are good: a token carries the moment that was in force when it was issued. */
    public Instant tokensValidFrom() {
        return tokensValidFrom;
    }

    /** Makes every access token issued so far worthless, also one of this very millisecond. */
    public void revokeTokens(Instant now) {
        Instant next = now.truncatedTo(ChronoUnit.MILLIS);
        tokensValidFrom = next.isAfter(tokensValidFrom) ? next : tokensValidFrom.plusMillis(1);
    }

    /** The user as facts name them. */
    public Person person(String ipAddress) {
        return new Person(id, displayName, userPrincipalName, ipAddress);
    }

    private static Optional<String> firstFilled(String... fields) {
        return Stream.of(fields)
                .filter(field -> field != null && !field.isBlank())
                .findFirst();
    }
}
