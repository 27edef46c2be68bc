package io.sspr.reset.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.sspr.contract.seal.Signature;
import io.sspr.reset.captcha.AddressLimit;
import io.sspr.reset.key.ResetKeys;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem.FieldError;
import io.sspr.reset.problem.Problems;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/**
 * What agents say of themselves over HTTP. No bearer token is needed: the body is signed, in the header {@value Signature#HEADER} as messages on the
 * broker are, and so is taken as the bytes that it is. Source: R-WB-20, R-WB-24, R-WB-25.
 */
@Path("/api/v1/agents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Agents")
public class AgentResource {
    private static final int CREATED = 201;
    private static final String CHECKED_BY = "A detached JWS (ES256) over the body, in the header `signature`, by ";

    private final OnboardAgent onboardAgent;
    private final RollAgentKeys rollAgentKeys;
    private final OffboardAgent offboardAgent;
    private final ResetKeys keys;
    private final ObjectMapper json;

    AgentResource(
            OnboardAgent onboardAgent,
            RollAgentKeys rollAgentKeys,
            OffboardAgent offboardAgent,
            ResetKeys keys,
            ObjectMapper json) {
        this.onboardAgent = onboardAgent;
        this.rollAgentKeys = rollAgentKeys;
        this.offboardAgent = offboardAgent;
        this.keys = keys;
        this.json = json;
    }

    /** @param resetServiceKey public EC P-256 key as JWK: proves this service's requests */
    public record Onboarded(
            String tenant,
            String agent,
            @Schema(implementation = Object.class) Map<String, Object> resetServiceKey) {}

    @POST
    @AddressLimit
    @Operation(summary = "Onboard an agent", description = CHECKED_BY + "the new signing key. The token works once.")
    @APIResponse(responseCode = "201", description = "The agent may work; one that was known by this name is replaced")
    @APIResponse(responseCode = "401", description = "The token is unknown, used or expired, or the signature is wrong")
    @APIResponse(responseCode = "422", description = "A name or key that is not accepted; each is named with what is")
    @APIResponse(responseCode = "429", description = "Too many requests from this address")
    public Response onboard(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = OnboardingRequest.class)))
                    byte[] body,
            @Context HttpHeaders headers)
            throws IOException {
        OnboardingRequest request = read(body, OnboardingRequest.class);
        AgentOutcome outcome = onboardAgent.onboard(request, body, signature(headers));
        return outcome.isDone()
                ? Response.status(CREATED)
                        .entity(new Onboarded(
                                outcome.tenant(),
                                request.agent(),
                                keys.signingPublic().toParams(OutputControlLevel.PUBLIC_ONLY)))
                        .build()
                : refused(outcome, headers);
    }

    @POST
    @Path("{tenant}/{agent}/keys")
    @Operation(
            summary = "Replace an agent's keys",
            description = CHECKED_BY + "its current signing key. What the former one signed is good for 24 hours more.")
    @APIResponse(responseCode = "200", description = "The new keys are in force; a repetition changes nothing")
    @APIResponse(responseCode = "401", description = "Not signed by a current key of this agent")
    @APIResponse(responseCode = "422", description = "A key or time that is not accepted; each is named with what is")
    public Response roll(
            @PathParam("tenant") String tenant,
            @PathParam("agent") String agent,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeysRequest.class)))
                    byte[] body,
            @Context HttpHeaders headers)
            throws IOException {
        AgentOutcome outcome =
                rollAgentKeys.roll(tenant, agent, read(body, KeysRequest.class), body, signature(headers));
        return outcome.isDone() ? Response.ok().build() : refused(outcome, headers);
    }

    @POST
    @Path("{tenant}/{agent}/offboarding")
    @Operation(summary = "Offboard an agent", description = CHECKED_BY + "its current signing key.")
    @APIResponse(responseCode = "204", description = "The agent's keys are void")
    @APIResponse(responseCode = "401", description = "Not signed by a current key of this agent")
    @APIResponse(responseCode = "422", description = "A time that is not accepted")
    public Response offboard(
            @PathParam("tenant") String tenant,
            @PathParam("agent") String agent,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = OffboardingRequest.class)))
                    byte[] body,
            @Context HttpHeaders headers)
            throws IOException {
        AgentOutcome outcome =
                offboardAgent.leave(tenant, agent, read(body, OffboardingRequest.class), body, signature(headers));
        return outcome.isDone() ? Response.noContent().build() : refused(outcome, headers);
    }

    private <T> T read(byte[] body, Class<T> type) throws IOException {
        T request = json.readValue(body, type);
        if (request == null) {
            throw new BadRequestException();
        }
        return request;
    }

    private static byte[] signature(HttpHeaders headers) {
        String signature = headers.getHeaderString(Signature.HEADER);
        return signature == null ? null : signature.getBytes(StandardCharsets.US_ASCII);
    }

    private static Response refused(AgentOutcome outcome, HttpHeaders headers) {
        Language language = Language.of(headers);
        List<FieldError> errors = outcome.faults().isEmpty() ? null : Problems.explain(outcome.faults(), language);
        return Problems.response(Problems.of(outcome.problem(), UUID.randomUUID(), language, errors), language);
    }
}
