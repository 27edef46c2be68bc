package io.sspr.reset.change;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.captcha.PasswordLimit;
import io.sspr.reset.problem.Language;
import io.sspr.reset.signin.Visitor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A change of the own password over HTTP. */
@Path("/api/v1/password/change")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Password")
public class ChangeResource {
    private final ChangePassword changePassword;
    private final Clock clock;

    ChangeResource(ChangePassword changePassword, Clock clock) {
        this.changePassword = changePassword;
        this.clock = clock;
    }

    /** The current password is the proof: no token is needed, so that an expired password can be changed as well. */
    public record ChangeRequest(
            @NotBlank @Size(max = 320) String userPrincipalName,
            @NotNull @Schema(implementation = String.class) Secret currentPassword,
            @NotNull @Schema(implementation = String.class) Secret newPassword) {}

    /** @param supportCode by which the administrator finds this change in the audit log */
    public record Changed(UUID supportCode) {}

    @POST
    @PasswordLimit
    @Blocking
    @Operation(
            summary = "Change the own password",
            description =
                    "Needs the current one, also if it has expired. A password mastered on-premises is changed there; "
                            + "the answer waits for the agent. All access tokens of the user become worthless.")
    @APIResponse(responseCode = "200", description = "The new password is in force")
    @APIResponse(responseCode = "403", description = "SSPR_0010 or SSPR_0012: no writeback for this user")
    @APIResponse(responseCode = "409", description = "The account is locked on-premises")
    @APIResponse(responseCode = "422", description = "The current password is wrong, or a policy refuses the new one")
    @APIResponse(
            responseCode = "429",
            description =
                    "Too many wrong passwords of this user, or too many tries from this address; none is looked at until Retry-After")
    @APIResponse(responseCode = "502", description = "SSPR_0029")
    @APIResponse(responseCode = "503", description = "SSPR_0030")
    public Uni<Response> change(
            @NotNull @Valid ChangeRequest request, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        Visitor visitor = Visitor.now(Language.of(headers), http.remoteAddress().hostAddress());
        return changePassword
                .change(request.userPrincipalName(), request.currentPassword(), request.newPassword(), visitor)
                .map(refusal ->
                        refusal.map(why -> why.answer(visitor, clock.instant())).orElseGet(() -> changed(visitor)));
    }

    private static Response changed(Visitor visitor) {
        return Response.ok(new Changed(visitor.supportCode()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
