package io.sspr.reset.agent;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.admin.AdminPage;
import io.sspr.reset.admin.OpenAdminPage;
import io.sspr.reset.admin.Section;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a Global Administrator learns how an agent is let in, and gets the token for it; also while there is none yet. Source: R-WB-20, R-UI-03. */
@Path("/admin/connect")
@Produces(MediaType.TEXT_HTML)
public class ConnectPage {
    private final OpenAdminPage openAdminPage;
    private final IssueOnboardingToken issueOnboardingToken;

    ConnectPage(OpenAdminPage openAdminPage, IssueOnboardingToken issueOnboardingToken) {
        this.openAdminPage = openAdminPage;
        this.issueOnboardingToken = issueOnboardingToken;
    }

    /** @param problem why there is no token; null before one was asked for */
    public record connect(Page page, AdminPage admin, Problem problem) implements TemplateInstance {}

    /** The only page that the token is ever on. */
    public record token(Page page, AdminPage admin, OnboardingToken issued) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance explain(@Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.CONNECT, headers);
        return new connect(admin.page(), admin, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response issue(@Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.CONNECT, headers);
        return issueOnboardingToken
                .issue(admin.caller())
                .map(issued -> Response.ok(new token(admin.page().shownOnce(), admin, issued).render())
                        .build())
                .orElseGet(() -> refused(admin));
    }

    private static Response refused(AdminPage admin) {
        Page page = admin.page();
        Problem problem = Problems.of(ProblemName.ONBOARDING_NOT_ALLOWED, page.supportCode(), page.language());
        return Response.status(problem.status())
                .entity(new connect(page, admin, problem).render())
                .build();
    }
}
