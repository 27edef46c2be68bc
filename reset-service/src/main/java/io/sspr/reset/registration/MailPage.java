package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.gate.Method;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.registration.RegistrationView.OptionView;
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes a mail address to register, or one to put in the place of another. Source: R-REG-08, R-EML-01, R-EML-04. */
@Path("/ssprsetup/email")
@Produces(MediaType.TEXT_HTML)
public class MailPage {
    private final BeginPageVisit beginPageVisit;
    private final BeginVerification beginVerification;

    MailPage(BeginPageVisit beginPageVisit, BeginVerification beginVerification) {
        this.beginPageVisit = beginPageVisit;
        this.beginVerification = beginVerification;
    }

    public record mail(Page page, Arrival arrival, OptionView option, String address, Problem problem)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response look(@BeanParam Arrival arrival, @Context HttpHeaders headers) {
        return show(beginPageVisit.begin(headers, arrival), "", null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(
            @BeanParam Arrival arrival,
            @FormParam("address") @Size(max = 320) String address,
            @FormParam("form") UUID form,
            @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        String typed = address == null || address.isBlank() ? null : address;
        return visit.answer(
                beginVerification.ofMail(visit.caller(), PageVisit.sent(form, typed), typed, visit.language()),
                started -> VerifyPage.of(started.verification(), visit),
                problem -> show(visit, address, problem));
    }

    private static Response show(PageVisit visit, String address, Problem problem) {
        return visit.form(
                problem, option -> new mail(visit.page(), visit.arrival(), option, address, problem), Method.EMAIL);
    }
}
