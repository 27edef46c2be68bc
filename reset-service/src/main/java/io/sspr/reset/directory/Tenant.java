package io.sspr.reset.directory;

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

    public TenantPolicy policy() {
        return policy;
    }

    public void changePolicy(TenantPolicy changed) {
        policy = changed;
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
        boolean inFirstDays = plan == Plan.TRIAL
                && trialStartedOn != null
                && now.isBefore(
                        trialStartedOn.atStartOfDay(ZoneOffset.UTC).toInstant().plus(FIRST_DAYS_OF_TRIAL));
        return inFirstDays || (!customDomain && !directorySync);
    }
}
