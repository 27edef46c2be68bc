package io.sspr.reset.password;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.page.Page;
import io.sspr.reset.password.SubmitPassword.NewPassword;
import io.sspr.reset.password.SubmitPassword.Submitted;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.Outcome.Done;
import io.sspr.reset.session.ResetForm;
import io.sspr.reset.session.ResetView;
import io.sspr.reset.session.StateName;
import io.sspr.reset.session.Walk;
import io.sspr.reset.session.WalkStep;
import io.sspr.reset.session.Walks;
import io.sspr.reset.writeback.RequestWriteback;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page for the new password, with the rules of the cloud where they are all there is. Source: R-FLW-09, R-FLW-41, R-FLW-42, R-CLD-08. */
@Path("/passwordreset/password")
@Produces(MediaType.TEXT_HTML)
public class PasswordPages {
    private static final Secret NOTHING = Secret.of("");

    private final SubmitPassword submitPassword;
    private final RequestWriteback requestWriteback;
    private final RatePassword ratePassword;
    private final Walks walks;

    PasswordPages(
            SubmitPassword submitPassword, RequestWriteback requestWriteback, RatePassword ratePassword, Walks walks) {
        this.submitPassword = submitPassword;
        this.requestWriteback = requestWriteback;
        this.ratePassword = ratePassword;
        this.walks = walks;
    }

    /**
     * @param rating null if the rules are not ours
     * @param problem why the last password was refused, or null
     */
    public record password(Page page, ResetView reset, Rating rating, Problem problem) implements TemplateInstance {}

    /** The part of the page that follows what is typed. */
    public record rules(Page page, Rating rating) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers) {
        return walks.show(
                headers, WalkStep.PASSWORD, walk -> page(walk, walk.view().problem()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response submit(
            @BeanParam ResetForm form,
            @FormParam("newPassword") @DefaultValue("") String newPassword,
            @FormParam("confirmation") @DefaultValue("") String confirmation,
            @Context HttpHeaders headers) {
        NewPassword typed = new NewPassword(Secret.of(newPassword), Secret.of(confirmation));
        return walks.take(headers, WalkStep.PASSWORD, form, walk -> submit(walk, form, typed), this::page);
    }

    @POST
    @Path("rules")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response rate(@FormParam("newPassword") @DefaultValue("") String newPassword, @Context HttpHeaders headers) {
        return walks.news(headers, walk -> rate(walk, Secret.of(newPassword)));
    }

    private Optional<Response> rate(Walk walk, Secret password) {
        if (walk.view().state() != StateName.PASSWORD_OPEN) {
            return Optional.empty();
        }
        return ratePassword
                .rate(walk.session(), password)
                .map(rating ->
                        Response.ok(new rules(walk.page(), rating).render()).build());
    }

    private Outcome<Submitted> submit(Walk walk, ResetForm form, NewPassword typed) {
        Outcome<Submitted> outcome = submitPassword.submit(walk.session().id(), form.seen(), typed);
        if (outcome instanceof Done<Submitted> done) {
            done.value().request().ifPresent(requestWriteback::send);
        }
        return outcome;
    }

    private TemplateInstance page(Walk walk, Problem problem) {
        Rating rating = ratePassword.rate(walk.session(), NOTHING).orElse(null);
        return new password(walk.page(), walk.view(), rating, problem);
    }
}
