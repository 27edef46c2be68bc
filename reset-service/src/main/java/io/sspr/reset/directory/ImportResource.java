package io.sspr.reset.directory;

import io.sspr.reset.directory.ImportDirectory.Result;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem.FieldError;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.SetupToken;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The import over HTTP. The operator's set-up token creates tenants and cannot touch one that exists; from then on a tenant's Global Administrators
 * import their own tenant.
 */
@Path("/api/v1/admin/import")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class ImportResource {
    private static final String SCHEME = "Bearer ";

    private final ImportDirectory importDirectory;
    private final Authorise authorise;
    private final SetupToken setupToken;

    ImportResource(ImportDirectory importDirectory, Authorise authorise, SetupToken setupToken) {
        this.importDirectory = importDirectory;
        this.authorise = authorise;
        this.setupToken = setupToken;
    }

    /** @param warnings contact data that was stored but cannot be used as a method, and passwords that were not taken over */
    public record Imported(String tenant, int groups, int accounts, List<FieldError> warnings) {}

    @POST
    @Operation(summary = "Import a tenant with policy, groups and accounts", description = "All or nothing.")
    @APIResponse(responseCode = "200", description = "Everything was stored")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(
            responseCode = "403",
            description = "Not a Global Administrator of this tenant; or settings or agents, and no licence")
    @APIResponse(responseCode = "422", description = "Nothing was stored; each bad row is named with its reason")
    public Response run(
            @NotNull ImportDocument document, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        String tenant = document.tenant() == null ? null : document.tenant().id();
        Optional<String> setup = setupToken(headers);
        Importer by = setup.map(
                        token -> new Importer(null, token, http.remoteAddress().hostAddress()))
                .orElseGet(() -> Importer.of(authorise.holderIn(tenant, Role.GLOBAL_ADMINISTRATOR)));
        Language language = Language.of(headers);
        Result result = importDirectory.run(document, by);
        if (!result.errors().isEmpty()) {
            List<FieldError> errors = Problems.explain(result.errors(), language);
            return Problems.response(
                    Problems.of(ProblemName.IMPORT_REJECTED, UUID.randomUUID(), language, errors), language);
        }
        return Response.ok(new Imported(
                        tenant,
                        result.groupCount(),
                        result.accountCount(),
                        Problems.explain(result.warnings(), language)))
                .build();
    }

    private Optional<String> setupToken(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(authorization -> authorization.startsWith(SCHEME))
                .map(authorization -> authorization.substring(SCHEME.length()))
                .filter(setupToken::isSetupToken);
    }
}
