package io.sspr.reset.directory;

import io.sspr.reset.directory.Tenant.Plan;
import io.sspr.reset.policy.TenantPolicy;
import java.time.LocalDate;

/** Tenants by what they pay and how they are connected. */
public final class TestTenants {
    private TestTenants() {}

    /** One that pays, with its own domain. */
    public static Tenant paying(TenantPolicy policy) {
        return tenant(policy, Plan.PAID, null, true, false);
    }

    /** One that pays nothing, with its own domain. */
    public static Tenant free(TenantPolicy policy) {
        return tenant(policy, Plan.FREE, null, true, false);
    }

    /** One on trial, with its own domain. */
    public static Tenant onTrialSince(LocalDate day, TenantPolicy policy) {
        return tenant(policy, Plan.TRIAL, day, true, false);
    }

    static Tenant tenant(TenantPolicy policy, Plan plan, LocalDate trial, boolean customDomain, boolean sync) {
        Tenant tenant = TestDirectory.tenant(policy);
        tenant.plan = plan;
        tenant.trialStartedOn = trial;
        tenant.customDomain = customDomain;
        tenant.directorySync = sync;
        return tenant;
    }
}
