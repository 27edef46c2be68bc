package io.sspr.reset.throttle;

import io.sspr.reset.directory.Role;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The blocks of a tenant's users, for those who may reset passwords by hand. */
@Path("/api/v1/admin/users/{userPrincipalName}/block")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class BlockResource {
    private static final String[] ROLES = {
        Role.GLOBAL_ADMINISTRATOR,
        "Authentication Administrator",
        "Privileged Authentication Administrator",
        "User Administrator",
        "Helpdesk Administrator",
        "Password Administrator"
    };

    private final DescribeBlock describeBlock;
    private final LiftBlock liftBlock;
    private final Authorise authorise;

    BlockResource(DescribeBlock describeBlock, LiftBlock liftBlock, Authorise authorise) {
        this.describeBlock = describeBlock;
        this.liftBlock = liftBlock;
        this.authorise = authorise;
    }

    @GET
    @Operation(summary = "Whether a user is blocked after too many attempts, and how many attempts count")
    @APIResponse(responseCode = "200", description = "The user's block and attempts")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Not an administrator who may reset passwords")
    @APIResponse(responseCode = "404", description = "No such user in the caller's tenant")
    public Response show(@PathParam("userPrincipalName") String userPrincipalName) {
        return describeBlock
                .describe(authorise.holderOf(ROLES).tenantId(), userPrincipalName)
                .map(view -> Response.ok(view)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseThrow(NotFoundException::new);
    }

    @DELETE
    @Operation(summary = "Lift a user's block and forget the attempts", description = "Does no harm without a block.")
    @APIResponse(responseCode = "204", description = "The user may try again")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Not an administrator who may reset passwords")
    @APIResponse(responseCode = "404", description = "No such user in the caller's tenant")
    public void lift(@PathParam("userPrincipalName") String userPrincipalName) {
        Caller caller = authorise.holderOf(ROLES);
        if (!liftBlock.lift(caller.tenantId(), userPrincipalName, caller.person())) {
            throw new NotFoundException();
        }
    }
}
