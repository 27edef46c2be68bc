package io.sspr.reset.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.captcha.PasswordLimit;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.Language;
import io.sspr.reset.signin.SignIn.SignedIn;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** Sign-in and sign-out for users, staff and programs, and the key by which other services check the tokens. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class SignInResource {
    private final SignIn signIn;
    private final SignOut signOut;
    private final Authorise authorise;
    private final ResetKeys keys;
    private final Clock clock;

    SignInResource(SignIn signIn, SignOut signOut, Authorise authorise, ResetKeys keys, Clock clock) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.authorise = authorise;
        this.keys = keys;
        this.clock = clock;
    }

    public record SignInRequest(
            @NotBlank @Size(max = 320) String userPrincipalName,
            @NotNull @Schema(implementation = String.class) Secret password) {}

    /**
     * @param expiresIn seconds
     * @param passwordExpiresInDays only in the last days before the password has to be changed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Admission(String accessToken, String tokenType, long expiresIn, Integer passwordExpiresInDays) {}

    @POST
    @Path("api/v1/signin")
    @Consumes(MediaType.APPLICATION_JSON)
    @PasswordLimit
    @Blocking
    @Operation(
            summary = "Sign in",
            description =
                    "The cloud checks the password if it holds one; otherwise the organisation's agent does, which may "
                            + "take up to 10 seconds.")
    @APIResponse(
            responseCode = "200",
            description = "A token for 10 minutes, or until the user signs out or gets a new password")
    @APIResponse(responseCode = "401", description = "User name and password do not fit together")
    @APIResponse(responseCode = "403", description = "The password is right but has to be changed first")
    @APIResponse(
            responseCode = "429",
            description =
                    "Too many wrong passwords of this user, or too many tries from this address; no password is looked at until Retry-After")
    @APIResponse(responseCode = "503", description = "The organisation that checks the password cannot be reached")
    public Uni<Response> signIn(
            @NotNull @Valid SignInRequest request, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        Visitor visitor = Visitor.now(Language.of(headers), http.remoteAddress().hostAddress());
        return signIn.signIn(request.userPrincipalName(), request.password(), visitor)
                .map(result -> result instanceof SignedIn signedIn
                        ? admit(signedIn)
                        : ((Refusal) result).answer(visitor, clock.instant()));
    }

    @POST
    @Path("api/v1/signout")
    @Operation(
            summary = "Sign out",
            description =
                    "Makes all tokens of the user worthless here. Services that only check signature and time, as the "
                            + "audit log does, accept them for the rest of their 10 minutes.")
    @APIResponse(responseCode = "204", description = "Signed out everywhere")
    @APIResponse(responseCode = "401", description = "No valid token")
    public void signOut() {
        signOut.signOut(authorise.signedIn());
    }

    @GET
    @Path(".well-known/jwks.json")
    @Operation(summary = "The public key of access tokens, as a JWK set")
    public String publicKeys() {
        return new JsonWebKeySet(keys.signingPublic()).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static Response admit(SignedIn signedIn) {
        return Response.ok(new Admission(
                        signedIn.token(), "Bearer", IssueToken.LIFETIME.toSeconds(), signedIn.passwordExpiresInDays()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
