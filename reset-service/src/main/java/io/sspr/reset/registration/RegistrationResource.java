package io.sspr.reset.registration;

import static io.sspr.reset.registration.RegistrationAnswers.answer;
import static io.sspr.reset.registration.RegistrationAnswers.begun;

import io.sspr.contract.delivery.Channel;
import io.sspr.reset.authenticator.Authenticator.Kind;
import io.sspr.reset.authenticator.SetUpAuthenticator.NewApp;
import io.sspr.reset.gate.Method;
import io.sspr.reset.problem.Language;
import io.sspr.reset.registration.StartVerification.Started;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registration over HTTP, for signed-in users: look, prove who you are, begin to register something. Source: R-REG-01. */
@Path("/api/v1/registration")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registration")
public class RegistrationResource {
    private final DescribeRegistration describeRegistration;
    private final BeginVerification beginVerification;
    private final ShowVerification showVerification;
    private final Authorise authorise;

    RegistrationResource(
            DescribeRegistration describeRegistration,
            BeginVerification beginVerification,
            ShowVerification showVerification,
            Authorise authorise) {
        this.describeRegistration = describeRegistration;
        this.beginVerification = beginVerification;
        this.showVerification = showVerification;
        this.authorise = authorise;
    }

    /** @param channel null for the method's usual one */
    public record ProofRequest(@NotNull Method method, Channel channel) {}

    /**
     * @param number with its country code after a +, or with {@code country}; null for the one that the directory holds
     * @param country two letters such as {@code JP}
     * @param channel SMS or VOICE; null for the usual one
     */
    public record PhoneRequest(
            @NotNull PhoneType type,
            @Size(max = 64) String number,
            @Pattern(regexp = "[A-Za-z]{2}") String country,
            Channel channel) {}

    /** @param address null for the one that the directory holds */
    public record MailRequest(@Size(max = 320) String address) {}

    /** @param device where a notification reaches the app; null if it only makes codes */
    public record AppRequest(
            @NotNull Kind kind,

            @NotBlank @Size(max = RegisterApp.LONGEST_NAME) @Pattern(regexp = RegisterApp.NAME)
            String name,

            @Size(max = RegisterApp.LONGEST_DEVICE) @Pattern(regexp = RegisterApp.DEVICE)
            String device) {}

    @GET
    @Operation(
            summary = "Look at the own registration",
            description =
                    "What can be registered, what is, how much of it counts, and whether the user is to be asked at "
                            + "sign-in. What is registered is shown only to a user who has proven who they are.")
    @APIResponse(responseCode = "200", description = "The registration")
    @APIResponse(responseCode = "403", description = "RegistrationNotAllowed, whatever the cause")
    public Response look(
            @QueryParam("mode") @DefaultValue("manage") @Pattern(regexp = "interrupt|manage") String mode,
            @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        Language language = Language.of(headers);
        Mode wanted = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
        return answer(
                describeRegistration.describe(caller, wanted, language), caller, language, RegistrationAnswers::ok);
    }

    @POST
    @Path("proof")
    @Operation(
            summary = "Prove who you are",
            description = "By one of the methods in `proof`. It holds for 10 minutes, with this token.")
    @APIResponse(responseCode = "202", description = "A verification that waits for a code or an approval")
    @APIResponse(responseCode = "422", description = "MethodNotOffered")
    @APIResponse(responseCode = "429", description = "Throttled")
    public Response prove(@NotNull @Valid ProofRequest request, @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        Language language = Language.of(headers);
        return answer(
                beginVerification.ofIdentity(caller, null, request.method(), request.channel(), language),
                caller,
                language,
                RegistrationResource::sent);
    }

    @POST
    @Path("phone")
    @Operation(
            summary = "Register a phone, or another in its place",
            description = "It gets a code or a call, and is stored once the code is typed or the call is approved.")
    @APIResponse(responseCode = "202", description = "A verification that waits for a code or an approval")
    @APIResponse(responseCode = "403", description = "RegistrationNotAllowed or ProofRequired")
    @APIResponse(responseCode = "409", description = "OfficePhoneSynced: only the organisation can change it")
    @APIResponse(responseCode = "422", description = "PhoneNumberInvalid or MethodNotRegistrable")
    @APIResponse(responseCode = "429", description = "Throttled")
    public Response phone(@NotNull @Valid PhoneRequest request, @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        Language language = Language.of(headers);
        return answer(
                beginVerification.ofPhone(
                        caller, null, request.type(), request.number(), request.country(), request.channel(), language),
                caller,
                language,
                RegistrationResource::sent);
    }

    @POST
    @Path("email")
    @Operation(
            summary = "Register a mail address, or another in its place",
            description = "It gets a code, and is stored once that is typed.")
    @APIResponse(responseCode = "202", description = "A verification that waits for a code; mind `warnings`")
    @APIResponse(responseCode = "403", description = "RegistrationNotAllowed or ProofRequired")
    @APIResponse(responseCode = "422", description = "MailAddressInvalid or MethodNotRegistrable")
    @APIResponse(responseCode = "429", description = "Throttled")
    public Response mail(@NotNull @Valid MailRequest request, @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        Language language = Language.of(headers);
        return answer(
                beginVerification.ofMail(caller, null, request.address(), language),
                caller,
                language,
                started -> answer(
                        showVerification.show(caller, started.verification().id, language),
                        caller,
                        language,
                        shown -> begun(shown.verification())));
    }

    @POST
    @Path("authenticators")
    @Operation(
            summary = "Register an app",
            description = "Answers its secret, this once; the app is stored once a code of it is typed.")
    @APIResponse(responseCode = "202", description = "A verification that waits for a code of the app")
    @APIResponse(responseCode = "403", description = "RegistrationNotAllowed or ProofRequired")
    @APIResponse(responseCode = "409", description = "TooManyAuthenticators: five of this kind are registered")
    @APIResponse(responseCode = "422", description = "MethodNotRegistrable")
    public Response app(@NotNull @Valid AppRequest request, @Context HttpHeaders headers) {
        Caller caller = authorise.signedIn();
        NewApp app = new NewApp(request.kind(), request.name().strip(), request.device());
        return answer(
                beginVerification.ofApp(caller, app),
                caller,
                Language.of(headers),
                setUp -> begun(VerificationView.of(setUp)));
    }

    private static Response sent(Started started) {
        return begun(VerificationView.of(started.verification()));
    }
}
