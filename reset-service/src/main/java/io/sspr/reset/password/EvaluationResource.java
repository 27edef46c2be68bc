package io.sspr.reset.password;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.banned.Evaluation;
import io.sspr.reset.banned.Evaluation.Origin;
import io.sspr.reset.banned.Evaluation.Verdict;
import io.sspr.reset.directory.Role;
import io.sspr.reset.password.TryPassword.Judged;
import io.sspr.reset.password.TryPassword.Outcome;
import io.sspr.reset.password.TryPassword.TermsRefused;
import io.sspr.reset.password.TryPassword.Trial;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Lets an administrator try banned terms on a password before switching them on. Unlike the user, the administrator sees why: so this is for passwords
 * made up for the purpose, and nothing of it is stored. Source: R-BAN-01 … R-BAN-06, R-BAN-10.
 */
@Path("/api/v1/admin/password-policy/evaluate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class EvaluationResource {
    private final TryPassword tryPassword;
    private final Authorise authorise;

    EvaluationResource(TryPassword tryPassword, Authorise authorise) {
        this.tryPassword = tryPassword;
        this.authorise = authorise;
    }

    /**
     * @param user whose names count, by user principal name; null for nobody's
     * @param terms terms to try besides the tenant's own, which count even while they are not enforced
     * @param names names that count besides those of the user and the tenant
     */
    public record EvaluationRequest(
            @NotNull @Schema(implementation = String.class) Secret password,
            @Size(max = 320) String user,
            @Size(max = 1000) List<@NotNull String> terms,
            @Size(max = 100) List<@NotNull @Size(max = 256) String> names) {}

    /** @param points one per match and one per remaining character; five are needed */
    public record EvaluationView(String normalised, List<MatchView> matches, int points, int needed, Verdict verdict) {}

    public record MatchView(String term, int start, int end, boolean fuzzy, Origin origin) {}

    @POST
    @Operation(summary = "Try a password against the banned terms")
    @APIResponse(responseCode = "200", description = "Normalised form, matches, points and verdict")
    @APIResponse(responseCode = "404", description = "No such user in the caller's tenant")
    public Response evaluate(@NotNull @Valid EvaluationRequest request, @Context HttpHeaders headers) {
        Caller caller = authorise.licensedHolderOf(Role.GLOBAL_ADMINISTRATOR, "Authentication Policy Administrator");
        Language language = Language.of(headers);
        Outcome outcome = tryPassword.attempt(
                caller.tenantId(),
                new Trial(request.password(), request.user(), orEmpty(request.terms()), orEmpty(request.names())));
        if (outcome instanceof TermsRefused refused) {
            return Problems.response(
                    Problems.of(
                            ProblemName.POLICY_REJECTED,
                            UUID.randomUUID(),
                            language,
                            Problems.explain(refused.faults(), language)),
                    language);
        }
        if (outcome instanceof Judged judged) {
            return Response.ok(view(judged.evaluation()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        return Problems.response(Problems.of(ProblemName.NOT_FOUND, UUID.randomUUID(), language), language);
    }

    private static EvaluationView view(Evaluation evaluation) {
        List<MatchView> matches = evaluation.matches().stream()
                .map(match -> new MatchView(match.term(), match.start(), match.end(), match.fuzzy(), match.origin()))
                .toList();
        return new EvaluationView(
                evaluation.normalised().reveal(),
                matches,
                evaluation.points(),
                Evaluation.ENOUGH,
                evaluation.verdict());
    }

    private static List<String> orEmpty(List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
