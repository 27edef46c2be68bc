package io.sspr.reset.admin;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.gate.RequiredGates;
import io.sspr.reset.page.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The policy that binds administrators, which nobody can change: what it asks of them in this tenant, and why. Source: R-ADM-01 … R-ADM-08. */
@Path("/admin/policy")
@Produces(MediaType.TEXT_HTML)
public class PolicyPage {
    private final OpenAdminPage openAdminPage;
    private final Clock clock;

    PolicyPage(OpenAdminPage openAdminPage, Clock clock) {
        this.openAdminPage = openAdminPage;
        this.clock = clock;
    }

    /** Why one gate or two are asked for; the first that holds. Source: R-ADM-06, R-ADM-07. */
    public enum Reason {
        FIRST_DAYS,
        NEITHER_DOMAIN_NOR_SYNC,
        CUSTOM_DOMAIN,
        SYNCHRONISED
    }

    /**
     * @param gates what an administrator is asked for, and the methods that count
     * @param firstDaysEnd when the first days of the trial end; null unless they are the reason
     * @param readOnly roles whose holders are ordinary users
     */
    public record policy(
            Page page, AdminPage admin, RequiredGates gates, Reason reason, Instant firstDaysEnd, List<String> readOnly)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.POLICY, headers);
        Tenant tenant = admin.tenant();
        Instant now = clock.instant();
        Instant firstDaysEnd = tenant.firstDaysEnd().filter(now::isBefore).orElse(null);
        return new policy(
                admin.page(),
                admin,
                RequiredGates.ofAdministrators(tenant, now),
                firstDaysEnd == null ? reason(tenant) : Reason.FIRST_DAYS,
                firstDaysEnd,
                Role.readOnly());
    }

    private static Reason reason(Tenant tenant) {
        if (tenant.hasCustomDomain()) {
            return Reason.CUSTOM_DOMAIN;
        }
        return tenant.isSynchronised() ? Reason.SYNCHRONISED : Reason.NEITHER_DOMAIN_NOR_SYNC;
    }
}
