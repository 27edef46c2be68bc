package io.sspr.reset.agent;

import io.smallrye.common.annotation.Blocking;
import io.sspr.reset.directory.Role;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The agents of the caller's own tenant. Source: R-WB-20, R-WB-25, R-WB-51. */
@Path("/api/v1/admin/agents")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Administration")
public class AgentAdminResource {
    private static final int CREATED = 201;

    private final IssueOnboardingToken issueOnboardingToken;
    private final OffboardAgent offboardAgent;
    private final DescribeAgents describeAgents;
    private final Authorise authorise;

    AgentAdminResource(
            IssueOnboardingToken issueOnboardingToken,
            OffboardAgent offboardAgent,
            DescribeAgents describeAgents,
            Authorise authorise) {
        this.issueOnboardingToken = issueOnboardingToken;
        this.offboardAgent = offboardAgent;
        this.describeAgents = describeAgents;
        this.authorise = authorise;
    }

    @GET
    @Operation(summary = "Look at the agents", description = "And at how the organisation's connection stands.")
    @APIResponse(responseCode = "200", description = "All agents that have exchanged keys")
    public AgentsView list() {
        return describeAgents.describe(authorise
                .licensedHolderOf(Role.GLOBAL_ADMINISTRATOR, "Authentication Policy Administrator")
                .tenantId());
    }

    @POST
    @Path("onboarding-tokens")
    @Operation(
            summary = "Get a token that lets one agent in",
            description =
                    "It works once, for an hour, and is not shown again. Only for administrators whose password the"
                            + " cloud holds.")
    @APIResponse(responseCode = "201", description = "The token")
    @APIResponse(responseCode = "403", description = "Not a Global Administrator whose password the cloud holds")
    public Response issueToken(@Context HttpHeaders headers) {
        Caller administrator = authorise.licensedHolderOf(Role.GLOBAL_ADMINISTRATOR);
        Language language = Language.of(headers);
        return issueOnboardingToken
                .issue(administrator)
                .map(token -> Response.status(CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(token)
                        .build())
                .orElseGet(() -> Problems.response(
                        Problems.of(ProblemName.ONBOARDING_NOT_ALLOWED, UUID.randomUUID(), language), language));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Offboard an agent", description = "For one that cannot take its leave itself.")
    @APIResponse(responseCode = "204", description = "The agent's keys are void")
    @APIResponse(responseCode = "404", description = "There is no such agent")
    public void remove(@PathParam("name") String name) {
        Caller administrator = authorise.licensedHolderOf(Role.GLOBAL_ADMINISTRATOR);
        if (!offboardAgent.putOut(administrator.tenantId(), name, administrator.person())) {
            throw new NotFoundException();
        }
    }
}
