package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.page.Page;
import io.sspr.reset.registration.Interrupt.Reason;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a user has registered, what is still to do, and what they were asked for at sign-in. Source: R-REG-01, R-REG-10, R-REG-12, R-REG-13, R-REG-18. */
@Path("/ssprsetup")
@Produces(MediaType.TEXT_HTML)
public class OverviewPage {
    private final BeginPageVisit beginPageVisit;
    private final ConfirmRegistration confirmRegistration;

    OverviewPage(BeginPageVisit beginPageVisit, ConfirmRegistration confirmRegistration) {
        this.beginPageVisit = beginPageVisit;
        this.confirmRegistration = confirmRegistration;
    }

    /** For those who came by themselves. */
    public record overview(Page page, Arrival arrival, RegistrationView view, String news, boolean toConfirm)
            implements TemplateInstance {}

    /** For those who were asked at sign-in: one thing after the other, until nothing is left. */
    public record interrupt(Page page, Arrival arrival, RegistrationView view, String news, Step step)
            implements TemplateInstance {}

    /** What somebody who was asked at sign-in does next. */
    public enum Step {
        REGISTER,
        RECONFIRM,
        /** More is not possible here: what would count is on offer no more. */
        STUCK,
        DONE;

        static Step of(RegistrationView view) {
            Reason reason = view.interrupt().reason();
            if (reason == null) {
                return DONE;
            }
            if (reason == Reason.RECONFIRM) {
                return RECONFIRM;
            }
            return view.proposal().isEmpty() ? STUCK : REGISTER;
        }

        public boolean isRegister() {
            return this == REGISTER;
        }

        public boolean isReconfirm() {
            return this == RECONFIRM;
        }

        public boolean isStuck() {
            return this == STUCK;
        }

        public boolean isDone() {
            return this == DONE;
        }
    }

    @GET
    @Operation(hidden = true)
    public Response look(@BeanParam Arrival arrival, @QueryParam("done") String done, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        String news = News.named(done).map(News::name).orElse(null);
        return visit.show(view -> PageVisit.page(
                arrival.isInterrupt()
                        ? new interrupt(visit.page(), arrival, view, news, Step.of(view))
                        : new overview(visit.page(), arrival, view, news, isToConfirm(view)),
                null));
    }

    @POST
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response confirm(@BeanParam Arrival arrival, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return visit.answer(
                confirmRegistration.confirm(visit.caller()),
                methods -> PageVisit.goTo(arrival.overview(News.CONFIRMED)),
                visit::refuse);
    }

    /** Whoever was told why it could not be confirmed, and loads that page anew. */
    @GET
    @Path("confirm")
    @Operation(hidden = true)
    public Response notConfirmed(@BeanParam Arrival arrival) {
        return PageVisit.goTo(arrival.at(""));
    }

    private static boolean isToConfirm(RegistrationView view) {
        boolean isAsked = view.reconfirmAt() != null || view.interrupt().reason() == Reason.RECONFIRM;
        return isAsked && !view.registered().isEmpty();
    }
}
