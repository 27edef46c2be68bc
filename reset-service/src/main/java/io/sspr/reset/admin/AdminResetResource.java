package io.sspr.reset.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.admin.ResetByAdmin.Result;
import io.sspr.reset.admin.ResetByAdmin.Wish;
import io.sspr.reset.problem.Language;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** An administrator's reset over HTTP, in the manner of Microsoft Graph's {@code resetPassword}. Source: R-WB-42. */
@Path("/api/v1/admin/users/{id}/reset-password")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AdminResetResource {
    private final ResetByAdmin resetByAdmin;
    private final Authorise authorise;
    private final Clock clock;

    AdminResetResource(ResetByAdmin resetByAdmin, Authorise authorise, Clock clock) {
        this.resetByAdmin = resetByAdmin;
        this.authorise = authorise;
        this.clock = clock;
    }

    /**
     * @param newPassword null to have one made up, for an account whose password the cloud masters
     * @param forceChangeAtNextSignIn true if null. Source: R-WB-45
     */
    public record AdminResetRequest(
            @Schema(implementation = String.class) Secret newPassword, Boolean forceChangeAtNextSignIn) {
        boolean mustChange() {
            return forceChangeAtNextSignIn == null || forceChangeAtNextSignIn;
        }
    }

    /**
     * @param supportCode by which the administrator finds this reset in the audit log
     * @param newPassword the password that was made up; it is told here and nowhere else. Null if the administrator chose it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AdminResetAnswer(UUID supportCode, String newPassword) {
        @Override
        public String toString() {
            return "AdminResetAnswer[supportCode=" + supportCode + "]";
        }
    }

    @POST
    @Blocking
    @Operation(
            summary = "Set the password of another user",
            description = "`{id}` is the id or the user principal name of a user in the caller's tenant. Without"
                    + " `newPassword` one is made up and told in the answer, once; for a password mastered"
                    + " on-premises it has to be given, and the answer waits for the agent. Unless"
                    + " `forceChangeAtNextSignIn` is false, the user has to replace it at the next sign-in. All"
                    + " access tokens of the user become worthless.")
    @APIResponse(
            responseCode = "200",
            description = "The new password is in force",
            content = @Content(schema = @Schema(implementation = AdminResetAnswer.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "Not an administrator who may reset this user's password; or SSPR_0010 or SSPR_0012: no writeback "
                            + "for this user")
    @APIResponse(responseCode = "404", description = "No such user in the caller's tenant")
    @APIResponse(
            responseCode = "422",
            description = "The caller's own password, or a guest's; a password is missing, or a policy refuses it")
    @APIResponse(responseCode = "502", description = "SSPR_0029")
    @APIResponse(responseCode = "503", description = "SSPR_0030")
    public Uni<Response> reset(
            @PathParam("id") String id, @NotNull @Valid AdminResetRequest request, @Context HttpHeaders headers) {
        Caller caller = authorise.holderOf(MayReset.ROLES);
        Visitor visitor = Visitor.now(Language.of(headers), caller.person().ipAddress());
        Wish wish = new Wish(id, request.newPassword(), request.mustChange(), null);
        return resetByAdmin.reset(caller, wish, visitor).map(result -> answer(result, visitor));
    }

    private Response answer(Result result, Visitor visitor) {
        if (result instanceof Result.Refused refused) {
            return refused.why().answer(visitor, clock.instant());
        }
        Secret generated = ((Result.Done) result).generated();
        return Response.ok(new AdminResetAnswer(visitor.supportCode(), generated == null ? null : generated.reveal()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
