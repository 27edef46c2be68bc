package io.sspr.reset.registration;

import static io.sspr.reset.registration.RegistrationAnswers.answer;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a user does about registered data at once: answer questions, remove, confirm. Source: R-REG-08, R-REG-13. */
@Path("/api/v1/registration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registration")
public class RegisteredDataResource {
    private final RegisterQuestions registerQuestions;
    private final RemoveMethod removeMethod;
    private final ConfirmRegistration confirmRegistration;
    private final Authorise authorise;

    RegisteredDataResource(
            RegisterQuestions registerQuestions,
            RemoveMethod removeMethod,
            ConfirmRegistration confirmRegistration,
            Authorise authorise) {
        this.registerQuestions = registerQuestions;
        this.removeMethod = removeMethod;
        this.confirmRegistration = confirmRegistration;
        this.authorise = authorise;
    }

    public record AnswersRequest(
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid AnswerRow> answers) {}

    /** @param question the question's key */
    public record AnswerRow(
            @NotNull @Size(max = 100) String question,
            @NotNull @Schema(implementation = String.class) Secret answer) {}

    @PUT
    @Path("security-questions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register security questions", description = "All of them at once, in place of former ones.")
    @APIResponse(responseCode = "204", description = "Registered")
    @APIResponse(responseCode = "403", description = "RegistrationNotAllowed or ProofRequired")
    @APIResponse(
            responseCode = "422",
            description = "AnswersRejected: each wrong one is named; or MethodNotRegistrable")
    public Response questions(@NotNull @Valid AnswersRequest request, @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        Language language = Language.of(headers);
        List<GivenAnswer> given = request.answers().stream()
                .map(row -> new GivenAnswer(row.question(), row.answer()))
                .toList();
        return answer(
                registerQuestions.register(caller, given),
                caller,
                language,
                faults -> faults.isEmpty() ? Response.noContent().build() : rejected(faults, caller, language));
    }

    @DELETE
    @Path("security-questions")
    @Operation(summary = "Remove all security questions")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "None were registered")
    public Response removeQuestions(@Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        return removed(removeMethod.questions(caller), caller, headers);
    }

    @DELETE
    @Path("phone")
    @Operation(summary = "Remove a phone")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "None was registered")
    @APIResponse(responseCode = "409", description = "OfficePhoneSynced: only the organisation can change it")
    public Response removePhone(
            @QueryParam("type") @DefaultValue("MOBILE") @Pattern(regexp = "MOBILE|OFFICE") String type,
            @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        return removed(removeMethod.phone(caller, PhoneType.valueOf(type)), caller, headers);
    }

    @DELETE
    @Path("email")
    @Operation(summary = "Remove the mail address")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "None was registered")
    public Response removeMail(@Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        return removed(removeMethod.mail(caller), caller, headers);
    }

    @DELETE
    @Path("authenticators/{id}")
    @Operation(summary = "Remove an app")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "The user has no such app")
    public Response removeApp(UUID id, @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        return removed(removeMethod.app(caller, id), caller, headers);
    }

    @POST
    @Path("confirm")
    @Operation(
            summary = "Say that what is registered is right",
            description = "Asked for anew after the tenant's days.")
    @APIResponse(responseCode = "204", description = "Confirmed")
    @APIResponse(responseCode = "403", description = "RegistrationNotAllowed or ProofRequired")
    @APIResponse(responseCode = "404", description = "Nothing is registered")
    public Response confirm(@Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        return answer(
                confirmRegistration.confirm(caller),
                caller,
                Language.of(headers),
                methods -> Response.noContent().build());
    }

    private static Response removed(Outcome<Method> outcome, Caller caller, HttpHeaders headers) {
        return answer(
                outcome,
                caller,
                Language.of(headers),
                method -> Response.noContent().build());
    }

    private static Response rejected(List<Fault> faults, Caller caller, Language language) {
        return Problems.response(
                Problems.of(
                        ProblemName.ANSWERS_REJECTED, caller.signInId(), language, Problems.explain(faults, language)),
                language);
    }
}
