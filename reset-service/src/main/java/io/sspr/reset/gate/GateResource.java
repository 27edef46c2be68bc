package io.sspr.reset.gate;

import io.sspr.contract.delivery.Channel;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.gate.PassGate.Reply;
import io.sspr.reset.gate.StartChallenge.Prepared;
import io.sspr.reset.gate.StartChallenge.Wish;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.session.DescribeReset;
import io.sspr.reset.session.Preference;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The gates over HTTP: choose a method, then give what it asks for. */
@Path("/api/v1/resets/{id}/challenges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Gate")
public class GateResource {
    private final StartChallenge startChallenge;
    private final PassGate passGate;
    private final DescribeReset describeReset;
    private final SessionGuard guard;

    GateResource(StartChallenge startChallenge, PassGate passGate, DescribeReset describeReset, SessionGuard guard) {
        this.startChallenge = startChallenge;
        this.passGate = passGate;
        this.describeReset = describeReset;
        this.guard = guard;
    }

    /**
     * @param channel SMS or VOICE for a mobile phone; null for the method's own
     * @param phoneNumber the whole number with country and area code; required for a phone
     */
    public record ChallengeRequest(
            @NotNull Method method,
            Channel channel,
            @Size(max = 64) String phoneNumber) {}

    /**
     * @param code what was received or what the app shows; null for questions
     * @param answers one for each question that was drawn; null for codes
     */
    public record ReplyRequest(
            @Schema(implementation = String.class) Secret code,
            @Size(max = 5) List<@Valid AnswerRow> answers) {}

    /** @param question the question's key */
    public record AnswerRow(
            @NotNull @Size(max = 100) String question,
            @NotNull @Schema(implementation = String.class) Secret answer) {}

    @POST
    @Operation(
            summary = "Choose a method",
            description =
                    "Sends a code, calls, notifies the app, or draws questions, and voids every earlier challenge of "
                            + "the reset. `delivery` of the reset tells what became of a message.")
    public Response start(UUID id, @NotNull @Valid ChallengeRequest request, @Context HttpHeaders headers) {
        Language language = Language.of(headers);
        Wish wish = new Wish(request.method(), request.channel(), request.phoneNumber());
        return guard.supportCode(id, headers)
                .map(supportCode -> SessionGuard.answer(
                        startChallenge.prepare(id, Preference.seen(headers), wish),
                        Moment.BEFORE_GATES,
                        supportCode,
                        language,
                        prepared -> started(id, prepared, language)))
                .orElseGet(() -> SessionGuard.stranger(headers));
    }

    @POST
    @Path("{challenge}")
    @Operation(summary = "Give the code or the answers", description = "Answers the reset, with one more gate passed.")
    public Response pass(UUID id, UUID challenge, @NotNull @Valid ReplyRequest request, @Context HttpHeaders headers) {
        Language language = Language.of(headers);
        return guard.supportCode(id, headers)
                .map(supportCode -> SessionGuard.answer(
                        passGate.pass(id, challenge, Preference.seen(headers), reply(request)),
                        Moment.BEFORE_GATES,
                        supportCode,
                        language,
                        session -> Response.ok(describeReset.describe(id, language))
                                .build()))
                .orElseGet(() -> SessionGuard.stranger(headers));
    }

    private Response started(UUID id, Prepared prepared, Language language) {
        startChallenge.send(prepared);
        return Response.accepted(describeReset.challenge(id, language))
                .location(URI.create("/api/v1/resets/" + id + "/challenges/"
                        + prepared.challenge().id()))
                .build();
    }

    private static Reply reply(ReplyRequest request) {
        List<GivenAnswer> answers = request.answers() == null
                ? null
                : request.answers().stream()
                        .map(row -> new GivenAnswer(row.question(), row.answer()))
                        .toList();
        return new Reply(request.code(), answers);
    }
}
