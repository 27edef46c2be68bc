package io.sspr.audit.query;

import io.quarkus.security.ForbiddenException;
import io.sspr.audit.AuditConfig;
import io.sspr.audit.log.AuditPage;
import io.sspr.audit.log.AuditQuery;
import io.sspr.audit.log.DirectoryAudits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The audit log over HTTP, as Microsoft Graph offers it. Callers see the tenant that their token names and no other; without a licence they see
 * an empty list. Source: R-AUD-02, R-AUD-10, R-ACT-04.
 */
@Path(DirectoryAuditResource.PATH)
class DirectoryAuditResource {
    static final String PATH = "/api/v1/auditLogs/directoryAudits";

    private static final String CONTEXT = "/api/v1/$metadata#auditLogs/directoryAudits";

    private final DirectoryAudits audits;
    private final JsonWebToken token;
    private final AuditConfig config;

    DirectoryAuditResource(DirectoryAudits audits, JsonWebToken token, AuditConfig config) {
        this.audits = audits;
        this.token = token;
        this.config = config;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        "Global Administrator",
        "Reports Reader",
        "Security Reader",
        "Security Administrator",
        "Global Reader"
    })
    @Operation(
            operationId = "listDirectoryAudits",
            summary = "Lists what happened in password resets of the caller's tenant, newest first")
    @Parameter(
            name = QueryOptions.FILTER,
            in = ParameterIn.QUERY,
            description =
                    "Conditions joined by `and`, on activityDisplayName (eq, startswith), activityDateTime (eq, ge, le,"
                            + " gt, lt), loggedByService, correlationId, result, initiatedBy/user/id, initiatedBy/user/displayName"
                            + " (eq), initiatedBy/user/userPrincipalName (eq, startswith), targetResources/any(t:t/id eq '…')",
            example = "startswith(activityDisplayName,'Reset password') and activityDateTime ge 2026-01-31T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = QueryOptions.TOP,
            in = ParameterIn.QUERY,
            description = "How many lines a page has at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(
            name = QueryOptions.ORDER_BY,
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"activityDateTime", "activityDateTime asc", "activityDateTime desc"},
                            defaultValue = "activityDateTime desc"))
    @Parameter(
            name = QueryOptions.SKIP_TOKEN,
            in = ParameterIn.QUERY,
            description = "Where the page begins; only ever taken from @odata.nextLink",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page of the audit log",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GraphPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "The query is not understood; the problem says from where on and what is allowed there",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "No valid token",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "403",
            description = "The caller has no role that may read the audit log",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public GraphPage list(@Context UriInfo request) throws UnreadableQueryException {
        QueryOptions options = QueryOptions.of(request.getQueryParameters());
        AuditQuery query = options.query();
        String tenant = tenant();
        AuditPage page = isLicensed() ? audits.find(tenant, query) : AuditPage.EMPTY;
        return new GraphPage(
                config.publicUrl() + CONTEXT,
                page.next()
                        .map(next -> config.publicUrl() + PATH + "?" + options.next(next))
                        .orElse(null),
                page.lines());
    }

    private String tenant() {
        Object tenant = token.getClaim("tenant");
        if (tenant == null) {
            throw new ForbiddenException("the token names no tenant");
        }
        return tenant.toString();
    }

    /** Depending on how the token was read, the claim is a Boolean or a JSON value; both print the same. */
    private boolean isLicensed() {
        Object licensed = token.getClaim("licensed");
        return licensed != null && Boolean.parseBoolean(licensed.toString());
    }
}
