package io.sspr.reset.admin;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.sspr.reset.problem.Language;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.Visitor;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An administrator's unlock over HTTP. Source: R-ACT-06, R-WB-34. */
@Path("/api/v1/admin/users/{id}/unlock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AdminUnlockResource {
    private final UnlockByAdmin unlockByAdmin;
    private final Authorise authorise;
    private final Clock clock;

    AdminUnlockResource(UnlockByAdmin unlockByAdmin, Authorise authorise, Clock clock) {
        this.unlockByAdmin = unlockByAdmin;
        this.authorise = authorise;
        this.clock = clock;
    }

    /** @param supportCode by which the administrator finds this unlock in the audit log */
    public record AdminUnlockAnswer(UUID supportCode) {}

    @POST
    @Blocking
    @Operation(
            summary = "Unlock the account of another user, who keeps the password",
            description = "`{id}` is the id or the user principal name of a user in the caller's tenant. A password"
                    + " mastered on-premises is unlocked there, and the answer waits for the agent; the"
                    + " cloud's own lock after wrong passwords ends as well. Does no harm if nothing is"
                    + " locked. A block after too many attempts to reset stays: that is lifted by itself.")
    @APIResponse(
            responseCode = "200",
            description = "The user may sign in again",
            content = @Content(schema = @Schema(implementation = AdminUnlockAnswer.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "Not an administrator who may reset this user's password; or SSPR_0010 or SSPR_0012: no writeback "
                            + "for this user")
    @APIResponse(responseCode = "404", description = "No such user in the caller's tenant")
    @APIResponse(responseCode = "422", description = "The caller's own account, or a guest's")
    @APIResponse(responseCode = "502", description = "SSPR_0029")
    @APIResponse(responseCode = "503", description = "SSPR_0030")
    public Uni<Response> unlock(@PathParam("id") String id, @Context HttpHeaders headers) {
        Caller caller = authorise.holderOf(MayReset.ROLES);
        Visitor visitor = Visitor.now(Language.of(headers), caller.person().ipAddress());
        return unlockByAdmin
                .unlock(caller, id, visitor)
                .map(refusal -> refusal.map(why -> why.answer(visitor, clock.instant()))
                        .orElseGet(() -> Response.ok(new AdminUnlockAnswer(visitor.supportCode()))
                                .build()));
    }
}
