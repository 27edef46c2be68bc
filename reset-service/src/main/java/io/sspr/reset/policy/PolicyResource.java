package io.sspr.reset.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.policy.ChangePolicy.Result;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.session.Preference;
import io.sspr.reset.signin.Authorise;
import io.sspr.reset.signin.Caller;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of the caller's own tenant. Source: R-ACT-03, R-CFG-01 … R-CFG-27. */
@Path("/api/v1/admin/policy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class PolicyResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ChangePolicy changePolicy;
    private final Tenants tenants;
    private final Authorise authorise;

    PolicyResource(ChangePolicy changePolicy, Tenants tenants, Authorise authorise) {
        this.changePolicy = changePolicy;
        this.tenants = tenants;
        this.authorise = authorise;
    }

    @GET
    @Transactional
    @Operation(summary = "Look at the settings", description = "With an ETag for a later change.")
    @APIResponse(responseCode = "200", description = "All settings, those with default values included")
    public Response show() {
        Tenant tenant = tenants.findById(caller().tenantId());
        return Response.ok(tenant.policy()).tag(etag(tenant.version())).build();
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @Operation(
            summary = "Change settings",
            description =
                    "A JSON merge patch (RFC 7386). All or nothing; in force at once. With `If-Match` only if nobody "
                            + "else has changed them since.")
    @APIResponse(responseCode = "200", description = "All settings as they are now")
    @APIResponse(responseCode = "400", description = "A setting that does not exist, or a value of another form")
    @APIResponse(responseCode = "412", description = "Somebody else has changed them since")
    @APIResponse(responseCode = "422", description = "Values that are not allowed; each setting is named with what is")
    public Response change(@NotNull ObjectNode patch, @Context HttpHeaders headers) throws JsonProcessingException {
        Caller caller = caller();
        Language language = Language.of(headers);
        Result result = changePolicy.change(
                caller.tenantId(), patch, Preference.seen(headers).orElse(null), caller.person());
        if (result.isOutdated()) {
            return Problems.response(Problems.of(ProblemName.VERSION_OUTDATED, UUID.randomUUID(), language), language);
        }
        if (!result.faults().isEmpty()) {
            return Problems.response(
                    Problems.of(
                            ProblemName.POLICY_REJECTED,
                            UUID.randomUUID(),
                            language,
                            Problems.explain(result.faults(), language)),
                    language);
        }
        return Response.ok(result.policy()).tag(etag(result.version())).build();
    }

    private Caller caller() {
        return authorise.licensedHolderOf(Role.GLOBAL_ADMINISTRATOR, "Authentication Policy Administrator");
    }

    private static EntityTag etag(int version) {
        return new EntityTag(Integer.toString(version));
    }
}
