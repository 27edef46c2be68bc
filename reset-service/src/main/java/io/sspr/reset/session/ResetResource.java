package io.sspr.reset.session;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.sspr.reset.captcha.AddressLimit;
import io.sspr.reset.captcha.CheckCaptcha;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.session.BeginReset.Visitor;
import io.sspr.reset.writeback.AwaitResult;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A reset over HTTP: begin it, look at it, give it up. */
@Path("/api/v1/resets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reset")
public class ResetResource {
    private final BeginReset beginReset;
    private final CancelReset cancelReset;
    private final DescribeReset describeReset;
    private final SessionGuard guard;
    private final AwaitResult awaitResult;
    private final CheckCaptcha checkCaptcha;

    ResetResource(
            BeginReset beginReset,
            CancelReset cancelReset,
            DescribeReset describeReset,
            SessionGuard guard,
            AwaitResult awaitResult,
            CheckCaptcha checkCaptcha) {
        this.beginReset = beginReset;
        this.cancelReset = cancelReset;
        this.describeReset = describeReset;
        this.guard = guard;
        this.awaitResult = awaitResult;
        this.checkCaptcha = checkCaptcha;
    }

    /**
     * @param userId the user principal name, or a mail address where the tenant allows that
     * @param captcha the solution of a challenge from {@code /api/v1/captcha}
     */
    public record BeginRequest(
            @NotBlank @Size(max = 320) String userId,
            @Size(max = 2000) String captcha) {}

    @POST
    @AddressLimit
    @Operation(summary = "Begin a reset", description = "Answers a session token and the methods of the first gate.")
    @APIResponse(responseCode = "201", description = "The account may reset; a session began")
    @APIResponse(responseCode = "403", description = "SSPR_0009 … SSPR_0014")
    @APIResponse(responseCode = "422", description = "AccountNotVerified: unknown, disabled or guest, all alike")
    @APIResponse(responseCode = "429", description = "Throttled, or TooManyRequests from this address")
    @APIResponse(responseCode = "502", description = "SSPR_0029")
    @APIResponse(responseCode = "503", description = "SSPR_0030")
    public Response begin(
            @NotNull @Valid BeginRequest request, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        Language language = Language.of(headers);
        UUID supportCode = UUID.randomUUID();
        if (!checkCaptcha.passes(request.captcha())) {
            return Problems.response(Problems.of(ProblemName.CAPTCHA_FAILED, supportCode, language), language);
        }
        Visitor visitor =
                new Visitor(supportCode, language, http.remoteAddress().hostAddress());
        return SessionGuard.answer(
                beginReset.begin(request.userId(), visitor), Moment.BEFORE_GATES, supportCode, language, begun -> {
                    UUID id = begun.session().id();
                    return Response.created(URI.create("/api/v1/resets/" + id))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .entity(describeReset.describeBegun(id, begun.token(), language))
                            .build();
                });
    }

    @GET
    @Path("{id}")
    @Blocking
    @Operation(
            summary = "Look at a reset",
            description = "With `Prefer: wait=N` (at most 60 s) answers as soon as a writeback is settled.")
    public Uni<Response> look(UUID id, @Context HttpHeaders headers) {
        if (guard.supportCode(id, headers).isEmpty()) {
            return Uni.createFrom().item(SessionGuard.stranger(headers));
        }
        Language language = Language.of(headers);
        ResetView now = describeReset.describe(id, language);
        Optional<Duration> wait = Preference.wait(headers);
        if (wait.isEmpty() || now.state() != StateName.WRITEBACK_PENDING) {
            return Uni.createFrom().item(Response.ok(now).build());
        }
        return awaitResult
                .settled(id, wait.get())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(settled -> Preference.applied(Response.ok(describeReset.describe(id, language)), wait.get()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Give a reset up")
    public Response cancel(UUID id, @Context HttpHeaders headers) {
        Language language = Language.of(headers);
        return guard.supportCode(id, headers)
                .map(supportCode -> SessionGuard.answer(
                        cancelReset.cancel(id),
                        Moment.AFTER_SUBMIT,
                        supportCode,
                        language,
                        session -> Response.noContent().build()))
                .orElseGet(() -> SessionGuard.stranger(headers));
    }
}
