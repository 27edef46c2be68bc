package io.sspr.reset.admin;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.page.Page;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page that the administration portal begins with: what is on and what is not. Source: R-UI-01. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class AdminStart {
    private final OpenAdminPage openAdminPage;
    private final Groups groups;

    AdminStart(OpenAdminPage openAdminPage, Groups groups) {
        this.openAdminPage = openAdminPage;
        this.groups = groups;
    }

    /** @param group what the group is called that may reset; null without one */
    public record start(Page page, AdminPage admin, TenantPolicy policy, String group) implements TemplateInstance {}

    /** What an administrator without a licence sees instead. */
    public record unlicensed(Page page, AdminPage admin, Problem problem) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.start(headers);
        Page page = admin.page();
        if (!admin.caller().licensed() && Section.PROPERTIES.isForRolesOf(admin.caller())) {
            Problem problem = Problems.of(ProblemName.ADMINISTRATOR_NOT_LICENSED, page.supportCode(), page.language());
            return html(new unlicensed(page, admin, problem), problem.status());
        }
        TenantPolicy policy = admin.tenant().policy();
        String group = policy.scopeGroup()
                .flatMap(id -> groups.nameOf(admin.tenant().id(), id))
                .orElse(null);
        return html(new start(page, admin, policy, group), 200);
    }

    private static Response html(TemplateInstance page, int status) {
        return Response.status(status).entity(page.render()).build();
    }
}
