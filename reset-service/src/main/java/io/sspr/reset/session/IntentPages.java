package io.sspr.reset.session;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What somebody is asked who may be locked out and know the password: what the trouble is. Source: R-FLW-06. */
@Path("/passwordreset/intent")
@Produces(MediaType.TEXT_HTML)
public class IntentPages {
    private final ChooseIntent chooseIntent;
    private final Walks walks;

    IntentPages(ChooseIntent chooseIntent, Walks walks) {
        this.chooseIntent = chooseIntent;
        this.walks = walks;
    }

    /** @param problem why the form comes again, or null */
    public record intent(Page page, ResetView reset, Problem problem) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers) {
        return walks.show(headers, WalkStep.INTENT, walk -> new intent(walk.page(), walk.view(), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response choose(
            @BeanParam ResetForm form,
            @FormParam("intent") WritebackRequest.Operation chosen,
            @Context HttpHeaders headers) {
        if (chosen == null) {
            return show(headers);
        }
        return walks.take(
                headers,
                WalkStep.INTENT,
                form,
                walk -> chooseIntent.choose(walk.session().id(), form.seen(), chosen),
                (walk, problem) -> new intent(walk.page(), walk.view(), problem));
    }
}
