package io.sspr.reset.signin;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** Sign-in for programs and staff, and the key by which other services check the tokens. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class SignInResource {
    private final SignIn signIn;
    private final ResetKeys keys;

    SignInResource(SignIn signIn, ResetKeys keys) {
        this.signIn = signIn;
        this.keys = keys;
    }

    public record SignInRequest(
            @NotBlank @Size(max = 320) String userPrincipalName,
            @NotNull @Schema(implementation = String.class) Secret password) {}

    /** @param expiresIn seconds */
    public record SignedIn(String accessToken, String tokenType, long expiresIn) {}

    @POST
    @Path("api/v1/signin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in", description = "For accounts whose password the cloud holds.")
    public Response signIn(@NotNull @Valid SignInRequest request, @Context HttpHeaders headers) {
        Language language = Language.of(headers);
        return signIn.signIn(request.userPrincipalName(), request.password())
                .map(token -> Response.ok(new SignedIn(token, "Bearer", SignIn.LIFETIME.toSeconds()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.response(
                        Problems.of(ProblemName.INVALID_CREDENTIALS, UUID.randomUUID(), language), language));
    }

    @GET
    @Path(".well-known/jwks.json")
    @Operation(summary = "The public key of access tokens, as a JWK set")
    public String publicKeys() {
        return new JsonWebKeySet(keys.signingPublic()).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
