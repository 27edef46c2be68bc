package io.sspr.reset.password;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.password.SubmitPassword.NewPassword;
import io.sspr.reset.password.SubmitPassword.Submitted;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.session.DescribeReset;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.Outcome.Done;
import io.sspr.reset.session.Preference;
import io.sspr.reset.session.ResetView;
import io.sspr.reset.session.SessionGuard;
import io.sspr.reset.session.StateName;
import io.sspr.reset.writeback.AwaitResult;
import io.sspr.reset.writeback.RequestWriteback;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The effect of a reset over HTTP: a new password, or an unlocked account. */
@Path("/api/v1/resets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Password")
public class PasswordResource {
    private final SubmitPassword submitPassword;
    private final UnlockAccount unlockAccount;
    private final RequestWriteback requestWriteback;
    private final AwaitResult awaitResult;
    private final DescribeReset describeReset;
    private final SessionGuard guard;

    PasswordResource(
            SubmitPassword submitPassword,
            UnlockAccount unlockAccount,
            RequestWriteback requestWriteback,
            AwaitResult awaitResult,
            DescribeReset describeReset,
            SessionGuard guard) {
        this.submitPassword = submitPassword;
        this.unlockAccount = unlockAccount;
        this.requestWriteback = requestWriteback;
        this.awaitResult = awaitResult;
        this.describeReset = describeReset;
        this.guard = guard;
    }

    /** @param confirmation the new password once more; compared if it is there */
    public record PasswordRequest(
            @NotNull @Schema(implementation = String.class) Secret newPassword,
            @Schema(implementation = String.class) Secret confirmation) {}

    @POST
    @Path("password")
    @Blocking
    @Operation(
            summary = "Submit the new password",
            description = "A password mastered on-premises is written back: 202 and a Location to look at, or, with "
                    + "`Prefer: wait=30`, the result as soon as it is known.")
    @APIResponse(responseCode = "200", description = "The new password is in force")
    @APIResponse(responseCode = "202", description = "The agent was asked; look at the reset for the result")
    @APIResponse(responseCode = "422", description = "A policy says no; submit another password")
    @APIResponse(responseCode = "502", description = "SSPR_0029")
    @APIResponse(responseCode = "503", description = "SSPR_0030")
    public Uni<Response> submit(UUID id, @NotNull @Valid PasswordRequest request, @Context HttpHeaders headers) {
        return effect(
                id,
                headers,
                () -> submitPassword.submit(
                        id, Preference.seen(headers), new NewPassword(request.newPassword(), request.confirmation())));
    }

    @POST
    @Path("unlock")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(
            summary = "Unlock the account and keep the password",
            description =
                    "For accounts mastered on-premises whose reset says `unlockOffered`. Answers as a new password does.")
    @APIResponse(responseCode = "200", description = "The account is unlocked")
    @APIResponse(responseCode = "202", description = "The agent was asked; look at the reset for the result")
    public Uni<Response> unlock(UUID id, @Context HttpHeaders headers) {
        return effect(id, headers, () -> unlockAccount.unlock(id, Preference.seen(headers)));
    }

    private Uni<Response> effect(UUID id, HttpHeaders headers, Supplier<Outcome<Submitted>> step) {
        Optional<UUID> supportCode = guard.supportCode(id, headers);
        if (supportCode.isEmpty()) {
            return Uni.createFrom().item(SessionGuard.stranger(headers));
        }
        Language language = Language.of(headers);
        Outcome<Submitted> outcome = step.get();
        if (outcome instanceof Done<Submitted> done && done.value().request().isPresent()) {
            return writeBack(id, done.value(), Preference.wait(headers), language);
        }
        return Uni.createFrom()
                .item(SessionGuard.answer(
                        outcome, Moment.AFTER_SUBMIT, supportCode.get(), language, submitted -> result(id, language)));
    }

    private Uni<Response> writeBack(UUID id, Submitted submitted, Optional<Duration> wait, Language language) {
        if (wait.isEmpty()) {
            submitted.request().ifPresent(requestWriteback::send);
            return Uni.createFrom().item(result(id, language));
        }
        Uni<Void> settled = awaitResult.settled(id, wait.get());
        submitted.request().ifPresent(requestWriteback::send);
        return settled.emitOn(Infrastructure.getDefaultWorkerPool())
                .map(ignored -> Preference.applied(Response.fromResponse(result(id, language)), wait.get()));
    }

    /** What the reset has come to: its view, or the problem that ended it or keeps the user on this page. */
    private Response result(UUID id, Language language) {
        ResetView view = describeReset.describe(id, language);
        if (view.problem() != null) {
            return Problems.response(view.problem(), language);
        }
        return view.state() == StateName.WRITEBACK_PENDING
                ? Response.accepted(view)
                        .location(URI.create("/api/v1/resets/" + id))
                        .build()
                : Response.ok(view).build();
    }
}
