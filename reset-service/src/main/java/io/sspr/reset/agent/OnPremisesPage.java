package io.sspr.reset.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.admin.AdminPage;
import io.sspr.reset.admin.OpenAdminPage;
import io.sspr.reset.admin.Section;
import io.sspr.reset.directory.Role;
import io.sspr.reset.page.Page;
import io.sspr.reset.policy.ChangePolicy;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.signin.PortalSignIn;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The connection to the organisation's own servers: how it stands and what to do about it, its agents, and the switches of writeback. Without any agent
 * there is no such page, and with none that is well its switches cannot be turned. Source: R-WB-51, R-UI-02, R-UI-03, R-CFG-17, R-CFG-18.
 */
@Path("/admin/onpremises")
@Produces(MediaType.TEXT_HTML)
public class OnPremisesPage {
    private static final int CONFLICT = 409;

    private final OpenAdminPage openAdminPage;
    private final PortalSignIn portalSignIn;
    private final DescribeAgents describeAgents;
    private final OffboardAgent offboardAgent;
    private final ChangePolicy changePolicy;

    OnPremisesPage(
            OpenAdminPage openAdminPage,
            PortalSignIn portalSignIn,
            DescribeAgents describeAgents,
            OffboardAgent offboardAgent,
            ChangePolicy changePolicy) {
        this.openAdminPage = openAdminPage;
        this.portalSignIn = portalSignIn;
        this.describeAgents = describeAgents;
        this.offboardAgent = offboardAgent;
        this.changePolicy = changePolicy;
    }

    /**
     * @param isHealthy whether the switches can be turned. Source: R-UI-03
     * @param isOwner whether the administrator may put agents out and let them in
     * @param problem why the switches were not turned; null otherwise
     * @param done what has just been done; null otherwise
     */
    public record onpremises(
            Page page,
            AdminPage admin,
            AgentsView connection,
            boolean isHealthy,
            boolean isOwner,
            Problem problem,
            Done done)
            implements TemplateInstance {}

    /** What the page says has been done. */
    public enum Done {
        SAVED,
        OFFBOARDED
    }

    @GET
    @Operation(hidden = true)
    public Response show(@QueryParam("done") String done, @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.ONPREMISES, headers);
        if (admin.shows(Section.ONPREMISES)) {
            return Response.ok(view(admin, null, done(done)).render()).build();
        }
        if (admin.shows(Section.CONNECT)) {
            return Response.seeOther(URI.create(Section.CONNECT.address())).build();
        }
        throw new NotFoundException();
    }

    /**
     * Turns the switches.
     *
     * @param unlockShown whether there was a switch for unlocking, so that leaving it out means off. Source: R-UI-05
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @FormParam("version") int version,
            @FormParam("writeback") String writeback,
            @FormParam("unlockShown") String unlockShown,
            @FormParam("unlock") String unlock,
            @Context HttpHeaders headers)
            throws JsonProcessingException {
        AdminPage admin = opened(headers);
        onpremises before = view(admin, null, null);
        if (!before.isHealthy()) {
            return Response.status(CONFLICT).entity(before.render()).build();
        }
        ObjectNode patch = JsonNodeFactory.instance.objectNode().put("writebackEnabled", writeback != null);
        if (unlockShown != null) {
            patch.put("allowUnlockWithoutReset", unlock != null);
        }
        ChangePolicy.Result result = changePolicy.change(
                admin.tenant().id(), patch, version, admin.caller().person());
        return result.isOutdated() || !result.faults().isEmpty()
                ? refused(admin, result)
                : backTo(Section.ONPREMISES.address() + "?done=" + Done.SAVED);
    }

    /** Without this agent there may be none; then there is no such page any more. */
    @POST
    @Path("offboarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response offboard(@FormParam("agent") String agent, @Context HttpHeaders headers) {
        AdminPage admin = opened(headers);
        portalSignIn.holderOf(Role.GLOBAL_ADMINISTRATOR);
        if (agent == null
                || !offboardAgent.putOut(
                        admin.tenant().id(), agent, admin.caller().person())) {
            throw new NotFoundException();
        }
        return backTo(Section.ONPREMISES.address() + "?done=" + Done.OFFBOARDED);
    }

    private AdminPage opened(HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.ONPREMISES, headers);
        if (!admin.shows(Section.ONPREMISES)) {
            throw new NotFoundException();
        }
        return admin;
    }

    private onpremises view(AdminPage admin, Problem problem, Done done) {
        AgentsView connection = describeAgents.describe(admin.tenant().id());
        return new onpremises(
                admin.page(),
                admin,
                connection,
                connection.status().isConnected(),
                admin.caller().hasRole(Role.GLOBAL_ADMINISTRATOR),
                problem,
                done);
    }

    private Response refused(AdminPage admin, ChangePolicy.Result result) {
        Page page = admin.page();
        Problem problem = result.isOutdated()
                ? Problems.of(ProblemName.VERSION_OUTDATED, page.supportCode(), page.language())
                : Problems.of(
                        ProblemName.POLICY_REJECTED,
                        page.supportCode(),
                        page.language(),
                        Problems.explain(result.faults(), page.language()));
        return Response.status(problem.status())
                .entity(view(admin, problem, null).render())
                .build();
    }

    private static Response backTo(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    /** Null for what we never say. */
    private static Done done(String name) {
        return name == null || !name.matches("SAVED|OFFBOARDED") ? null : Done.valueOf(name);
    }
}
