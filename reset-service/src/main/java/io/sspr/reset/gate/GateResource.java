package io.sspr.reset.gate;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.gate.SendCode.Prepared;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.session.DescribeReset;
import io.sspr.reset.session.ResetView.ChallengeView;
import io.sspr.reset.session.SessionGuard;
import jakarta.validation.Valid;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The gates over HTTP: have a code sent, type it. */
@Path("/api/v1/resets/{id}/challenges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Gate")
public class GateResource {
    private final SendCode sendCode;
    private final PassGate passGate;
    private final DescribeReset describeReset;
    private final SessionGuard guard;

    GateResource(SendCode sendCode, PassGate passGate, DescribeReset describeReset, SessionGuard guard) {
        this.sendCode = sendCode;
        this.passGate = passGate;
        this.describeReset = describeReset;
        this.guard = guard;
    }

    /** @param phoneNumber the whole number with country and area code; required for a phone */
    public record ChallengeRequest(
            @NotNull Method method, @Size(max = 64) String phoneNumber) {}

    public record CodeRequest(
            @NotNull @Schema(implementation = String.class) Secret code) {}

    @POST
    @Operation(
            summary = "Have a code sent",
            description = "Voids every earlier code of the reset. `delivery` of the reset tells what became of it.")
    public Response send(UUID id, @NotNull @Valid ChallengeRequest request, @Context HttpHeaders headers) {
        Language language = Language.of(headers);
        return guard.supportCode(id, headers)
                .map(supportCode -> SessionGuard.answer(
                        sendCode.prepare(id, request.method(), request.phoneNumber()),
                        Moment.BEFORE_GATES,
                        supportCode,
                        language,
                        prepared -> sent(id, prepared)))
                .orElseGet(() -> SessionGuard.stranger(headers));
    }

    @POST
    @Path("{challenge}")
    @Operation(summary = "Type the code", description = "Answers the reset, with one more gate passed.")
    public Response pass(UUID id, UUID challenge, @NotNull @Valid CodeRequest request, @Context HttpHeaders headers) {
        Language language = Language.of(headers);
        return guard.supportCode(id, headers)
                .map(supportCode -> SessionGuard.answer(
                        passGate.pass(id, challenge, request.code()),
                        Moment.BEFORE_GATES,
                        supportCode,
                        language,
                        session -> Response.ok(describeReset.describe(id, language))
                                .build()))
                .orElseGet(() -> SessionGuard.stranger(headers));
    }

    private Response sent(UUID id, Prepared prepared) {
        sendCode.send(prepared);
        Challenge challenge = prepared.challenge();
        return Response.accepted(new ChallengeView(
                        challenge.id(), challenge.method(), challenge.expiresAt(), challenge.delivery()))
                .location(URI.create("/api/v1/resets/" + id + "/challenges/" + challenge.id()))
                .build();
    }
}
