package io.sspr.reset.registration;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.problem.Language;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was begun under {@code /api/v1/registration} and waits for its user. */
@Path("/api/v1/registration/verifications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registration")
public class VerificationResource {
    private final LookAtVerification lookAtVerification;
    private final FinishVerification finishVerification;
    private final Authorise authorise;

    VerificationResource(
            LookAtVerification lookAtVerification, FinishVerification finishVerification, Authorise authorise) {
        this.lookAtVerification = lookAtVerification;
        this.finishVerification = finishVerification;
        this.authorise = authorise;
    }

    public record CodeRequest(
            @NotNull @Schema(implementation = String.class) Secret code) {}

    @GET
    @Operation(
            summary = "Look at a verification",
            description = "Tells whether the message went out, and whether a call or notification was approved.")
    @APIResponse(responseCode = "200", description = "`status` OPEN, PASSED, SUPERSEDED, DENIED or EXPIRED")
    @APIResponse(responseCode = "404", description = "Nothing that was begun with this token")
    public Response look(UUID id, @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        return RegistrationAnswers.answer(
                lookAtVerification.look(caller, id),
                caller,
                Language.of(headers),
                verification -> RegistrationAnswers.ok(VerificationView.of(verification)));
    }

    @POST
    @Operation(summary = "Give the code", description = "What was to be registered is stored by this and not before.")
    @APIResponse(responseCode = "200", description = "Verified")
    @APIResponse(responseCode = "404", description = "Nothing that was begun with this token")
    @APIResponse(responseCode = "409", description = "ReplyOnPhone: a call or notification is approved on the phone")
    @APIResponse(responseCode = "422", description = "CodeWrong, AppCodeWrong, CodeExpired or CodeVoid")
    @APIResponse(responseCode = "429", description = "Throttled: too many codes, here and in resets together")
    public Response pass(UUID id, @NotNull @Valid CodeRequest request, @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        return RegistrationAnswers.answer(
                finishVerification.pass(caller, id, request.code()),
                caller,
                Language.of(headers),
                verification -> RegistrationAnswers.ok(VerificationView.of(verification)));
    }
}
