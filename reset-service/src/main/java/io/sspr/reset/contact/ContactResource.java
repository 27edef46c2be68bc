package io.sspr.reset.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.session.SessionGuard;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking the administrators for help over HTTP. */
@Path("/api/v1/resets/{id}/contact-admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reset")
public class ContactResource {
    private final CallForHelp callForHelp;
    private final SessionGuard guard;

    ContactResource(CallForHelp callForHelp, SessionGuard guard) {
        this.callForHelp = callForHelp;
        this.guard = guard;
    }

    /**
     * @param sent whether the administrators are told by mail
     * @param helpdesk where to go instead, as a link; null if {@code sent}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContactView(boolean sent, String helpdesk) {}

    @POST
    @Operation(
            summary = "Ask the administrators for help",
            description = "They are told once for each reset, and where the organisation names a helpdesk not at all.")
    @APIResponse(
            responseCode = "200",
            description = "They are told, or the helpdesk is named",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "401", description = "Not the holder of this reset")
    @APIResponse(responseCode = "409", description = "SessionEnded: the reset has succeeded, or was long ago")
    @APIResponse(responseCode = "429", description = "HelpAskedTooOften: five times within a day")
    public Response contact(UUID id, @Context HttpHeaders headers) {
        return guard.supportCode(id, headers)
                .map(supportCode -> SessionGuard.answer(
                        callForHelp.call(id),
                        Moment.AFTER_SUBMIT,
                        supportCode,
                        Language.of(headers),
                        answer -> Response.ok(view(answer)).build()))
                .orElseGet(() -> SessionGuard.stranger(headers));
    }

    private static ContactView view(Answer answer) {
        return new ContactView(answer.helpdesk().isEmpty(), answer.helpdesk().orElse(null));
    }
}
