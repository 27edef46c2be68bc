package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.authenticator.Authenticator.Kind;
import io.sspr.reset.authenticator.SetUpAuthenticator.NewApp;
import io.sspr.reset.gate.Method;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
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

/** Takes what an app is to be called, before its secret is shown. Source: R-REG-08, R-APP-01, R-APP-03, R-APP-04. */
@Path("/ssprsetup/app")
@Produces(MediaType.TEXT_HTML)
public class AppPage {
    private static final int UNPROCESSABLE = 422;

    private final BeginPageVisit beginPageVisit;
    private final BeginVerification beginVerification;

    AppPage(BeginPageVisit beginPageVisit, BeginVerification beginVerification) {
        this.beginPageVisit = beginPageVisit;
        this.beginVerification = beginVerification;
    }

    /** The form as it was sent, or is to be shown first. */
    public record Typed(
            @FormParam("kind") Kind kind,
            @FormParam("name") String name,
            @FormParam("device") String device) {
        private static final Typed NOTHING = new Typed(Kind.MICROSOFT, "", "");

        public boolean isOther() {
            return kind == Kind.OTHER;
        }

        public boolean hasBadName() {
            return name == null
                    || name.isBlank()
                    || name.length() > RegisterApp.LONGEST_NAME
                    || !name.matches(RegisterApp.NAME);
        }

        public boolean hasBadDevice() {
            return hasDevice()
                    && (device.length() > RegisterApp.LONGEST_DEVICE
                            || !device.strip().matches(RegisterApp.DEVICE));
        }

        private boolean hasDevice() {
            return device != null && !device.isBlank();
        }

        private NewApp app() {
            return new NewApp(
                    isOther() ? Kind.OTHER : Kind.MICROSOFT, name.strip(), hasDevice() ? device.strip() : null);
        }
    }

    /**
     * @param canBeAsked whether notifications can be registered
     * @param canMakeCodes whether an app without them can
     * @param wrong whether the form was sent, and something in it is not right
     */
    public record app(
            Page page,
            Arrival arrival,
            boolean canBeAsked,
            boolean canMakeCodes,
            Typed typed,
            boolean wrong,
            Problem problem)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response look(@BeanParam Arrival arrival, @Context HttpHeaders headers) {
        return show(beginPageVisit.begin(headers, arrival), Typed.NOTHING, false, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(@BeanParam Arrival arrival, @BeanParam Typed typed, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        if (typed.hasBadName() || typed.hasBadDevice()) {
            return show(visit, typed, true, null);
        }
        return visit.answer(
                beginVerification.ofApp(visit.caller(), typed.app()),
                setUp -> VerifyPage.of(setUp.verification(), visit),
                problem -> show(visit, typed, false, problem));
    }

    private static Response show(PageVisit visit, Typed typed, boolean wrong, Problem problem) {
        return visit.show(view -> {
            boolean canBeAsked = isOffered(view, Method.APP_NOTIFICATION);
            boolean canMakeCodes = isOffered(view, Method.APP_CODE);
            if (!canBeAsked && !canMakeCodes) {
                return visit.refuse(visit.problem(ProblemName.METHOD_NOT_REGISTRABLE));
            }
            Response answer = PageVisit.page(
                    new app(visit.page(), visit.arrival(), canBeAsked, canMakeCodes, typed, wrong, problem), problem);
            return wrong ? Response.fromResponse(answer).status(UNPROCESSABLE).build() : answer;
        });
    }

    private static boolean isOffered(RegistrationView view, Method method) {
        return view.options().stream().anyMatch(option -> option.method() == method);
    }
}
