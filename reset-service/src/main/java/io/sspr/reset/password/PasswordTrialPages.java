package io.sspr.reset.password;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.admin.AdminPage;
import io.sspr.reset.admin.OpenAdminPage;
import io.sspr.reset.admin.Section;
import io.sspr.reset.banned.Evaluation;
import io.sspr.reset.page.Page;
import io.sspr.reset.password.TryPassword.Judged;
import io.sspr.reset.password.TryPassword.Outcome;
import io.sspr.reset.password.TryPassword.TermsRefused;
import io.sspr.reset.password.TryPassword.Trial;
import io.sspr.reset.problem.Problem.FieldError;
import io.sspr.reset.problem.Problems;
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
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where administrators try a password made up for the purpose against the banned terms. Source: R-BAN-01 … R-BAN-06. */
@Path("/admin/protection/trial")
@Produces(MediaType.TEXT_HTML)
public class PasswordTrialPages {
    private static final int UNPROCESSABLE = 422;

    private final TryPassword tryPassword;
    private final OpenAdminPage openAdminPage;

    PasswordTrialPages(TryPassword tryPassword, OpenAdminPage openAdminPage) {
        this.tryPassword = tryPassword;
        this.openAdminPage = openAdminPage;
    }

    /**
     * What was typed besides the password, which is not shown again.
     *
     * @param userError whether there is no such user
     */
    public record Typed(String user, String terms, boolean userError, List<FieldError> termErrors) {
        static final Typed NOTHING = new Typed("", "", false, List.of());
    }

    /**
     * @param evaluation null before anything was tried
     * @param normalised the password as it was compared; null without an evaluation
     * @param needed points. Source: R-BAN-06
     */
    public record trial(Page page, AdminPage admin, Typed typed, Evaluation evaluation, String normalised, int needed)
            implements TemplateInstance {
        static trial of(AdminPage admin, Typed typed, Evaluation evaluation) {
            String normalised =
                    evaluation == null ? null : evaluation.normalised().reveal();
            return new trial(admin.page(), admin, typed, evaluation, normalised, Evaluation.ENOUGH);
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.PROTECTION, headers);
        return trial.of(admin, Typed.NOTHING, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response attempt(
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("user") @DefaultValue("") String user,
            @FormParam("terms") @DefaultValue("") String terms,
            @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.PROTECTION, headers);
        Outcome outcome = tryPassword.attempt(
                admin.tenant().id(),
                new Trial(Secret.of(password), user.isBlank() ? null : user, lines(terms), List.of()));
        if (outcome instanceof Judged judged) {
            return html(trial.of(admin, new Typed(user, terms, false, List.of()), judged.evaluation()), 200);
        }
        Typed typed = outcome instanceof TermsRefused refused
                ? new Typed(
                        user,
                        terms,
                        false,
                        Problems.explain(refused.faults(), admin.page().language()))
                : new Typed(user, terms, true, List.of());
        return html(trial.of(admin, typed, null), UNPROCESSABLE);
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\\R")).filter(line -> !line.isBlank()).toList();
    }

    private static Response html(TemplateInstance page, int status) {
        return Response.status(status).entity(page.render()).build();
    }
}
