package io.sspr.reset.password;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.page.Page;
import io.sspr.reset.password.SubmitPassword.Submitted;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.Outcome.Done;
import io.sspr.reset.session.ResetForm;
import io.sspr.reset.session.ResetView;
import io.sspr.reset.session.Walk;
import io.sspr.reset.session.WalkStep;
import io.sspr.reset.session.Walks;
import io.sspr.reset.writeback.RequestWriteback;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page for those who keep their password and want their account unlocked. Source: R-FLW-06, R-WB-30. */
@Path("/passwordreset/unlock")
@Produces(MediaType.TEXT_HTML)
public class UnlockPages {
    private final UnlockAccount unlockAccount;
    private final RequestWriteback requestWriteback;
    private final Walks walks;

    UnlockPages(UnlockAccount unlockAccount, RequestWriteback requestWriteback, Walks walks) {
        this.unlockAccount = unlockAccount;
        this.requestWriteback = requestWriteback;
        this.walks = walks;
    }

    /** @param problem why the form comes again, or null */
    public record unlock(Page page, ResetView reset, Problem problem) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers) {
        return walks.show(headers, WalkStep.UNLOCK, walk -> new unlock(walk.page(), walk.view(), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response unlock(@BeanParam ResetForm form, @Context HttpHeaders headers) {
        return walks.take(
                headers,
                WalkStep.UNLOCK,
                form,
                walk -> unlock(walk, form),
                (walk, problem) -> new unlock(walk.page(), walk.view(), problem));
    }

    private Outcome<Submitted> unlock(Walk walk, ResetForm form) {
        Outcome<Submitted> outcome = unlockAccount.unlock(walk.session().id(), form.seen());
        if (outcome instanceof Done<Submitted> done) {
            done.value().request().ifPresent(requestWriteback::send);
        }
        return outcome;
    }
}
