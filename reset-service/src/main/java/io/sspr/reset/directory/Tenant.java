package io.sspr.reset.directory;

import io.sspr.contract.Branding;
import io.sspr.reset.policy.TenantPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One organisation: its name and its reset policy. */
@Entity
public class Tenant {
    private static final Duration FIRST_DAYS_OF_TRIAL = Duration.ofDays(30);

    /** How a tenant pays; calls cost money, so only paying ones have them. Source: R-PHN-09. */
    public enum Plan {
        PAID,
        TRIAL,
        FREE
    }

    @Id
    String id;

    @Column(name = "display_name")
    String displayName;

    @JdbcTypeCode(SqlTypes.JSON)
    TenantPolicy policy;

    @Version
    int version;

    @Enumerated(EnumType.STRING)
    Plan plan = Plan.PAID;

    @Column(name = "trial_started_on")
    LocalDate trialStartedOn;

    @Column(name = "custom_domain")
    boolean customDomain = true;

    @Column(name = "directory_sync")
    boolean directorySync;

    @Enumerated(EnumType.STRING)
    @Column(name = "synced_kind")
    AccountKind syncedKind = AccountKind.PASS_THROUGH;

    protected Tenant() {}

    Tenant(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    /** For the mails that go out on its behalf; null if it has neither logo nor colour. Source: R-CFG-26. */
    public Branding branding() {
        TenantPolicy.Branding own = policy.branding();
        return own.logo() == null && own.colour() == null ? null : new Branding(own.logo(), own.colour());
    }

    public TenantPolicy policy() {
        return policy;
    }

    public void changePolicy(TenantPolicy changed) {
        policy = changed;
    }

    /** The same organisation as it would be with other settings; nothing of it is stored. Source: R-MTH-26. */
    public Tenant under(TenantPolicy other) {
        Tenant tenant = new Tenant(id);
        tenant.displayName = displayName;
        tenant.policy = other;
        tenant.version = version;
        tenant.plan = plan;
        tenant.trialStartedOn = trialStartedOn;
        tenant.customDomain = customDomain;
        tenant.directorySync = directorySync;
        tenant.syncedKind = syncedKind;
        return tenant;
    }

    /** Grows with every change of the tenant's row. */
    public int version() {
        return version;
    }

    /** Where the passwords of accounts are held that come from the directory; those that exist keep what they have. */
    public AccountKind syncedKind() {
        return syncedKind;
    }

    /** Whether phones may be called, not only sent a text. Source: R-PHN-09, R-ADM-04. */
    public boolean mayCall() {
        return plan == Plan.PAID;
    }

    /** Whether a single gate is enough for administrators; being in the first days of a trial decides first. Source: R-ADM-06, R-ADM-07. */
    public boolean isBeginnerAt(Instant now) {
        return firstDaysEnd().filter(now::isBefore).isPresent() || (!customDomain && !directorySync);
    }

    /** The end of the first days of the trial, which may be over; empty if there never was one. Source: R-ADM-06. */
    public Optional<Instant> firstDaysEnd() {
        return Optional.ofNullable(trialStartedOn)
                .filter(start -> plan == Plan.TRIAL)
                .map(start -> start.atStartOfDay(ZoneOffset.UTC).toInstant().plus(FIRST_DAYS_OF_TRIAL));
    }

    /** Whether a domain of its own was added to the one that it was given. Source: R-ADM-06. */
    public boolean hasCustomDomain() {
        return customDomain;
    }

    /** Whether accounts come from an on-premises directory. Source: R-ADM-06. */
    public boolean isSynchronised() {
        return directorySync;
    }
}
