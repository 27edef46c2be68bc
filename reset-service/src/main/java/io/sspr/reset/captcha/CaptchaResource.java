package io.sspr.reset.captcha;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The captcha over HTTP. */
@Path("/api/v1/captcha")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Captcha")
public class CaptchaResource {
    private final ProofOfWork proofOfWork;

    CaptchaResource(ProofOfWork proofOfWork) {
        this.proofOfWork = proofOfWork;
    }

    @GET
    @Operation(
            summary = "Take a challenge",
            description =
                    "For the widget of ALTCHA. A program finds the number from 1 to `maxnumber` whose SHA-256 after"
                            + " `salt` is `challenge`, and sends base64 of the challenge's JSON with `number` added as"
                            + " `captcha`. Each challenge can be used once.")
    @APIResponse(
            responseCode = "200",
            description = "A challenge",
            content = @Content(schema = @Schema(implementation = Puzzle.class)))
    public Response challenge() {
        return Response.ok(proofOfWork.pose())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
