package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.delivery.Channel;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.registration.RegistrationView.OptionView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes a phone number to register, or one to put in the place of another. Source: R-REG-08, R-PHN-02, R-PHN-08. */
@Path("/ssprsetup/phone/{type: mobile|office}")
@Produces(MediaType.TEXT_HTML)
public class PhonePage {
    private final BeginPageVisit beginPageVisit;
    private final BeginVerification beginVerification;

    PhonePage(BeginPageVisit beginPageVisit, BeginVerification beginVerification) {
        this.beginPageVisit = beginPageVisit;
        this.beginVerification = beginVerification;
    }

    /** The form as it was sent, or is to be shown first. */
    public record Typed(
            @FormParam("number") @Size(max = 64) String number,

            @FormParam("country") @Pattern(regexp = "([A-Za-z]{2})?")
            String country,

            @FormParam("channel") Channel channel) {

        private static Typed nothing(Language language) {
            return new Typed("", language == Language.JA ? "JP" : "", null);
        }

        public boolean isFrom(Country other) {
            return other.code().equals(country);
        }

        /** @param usual the one that is proposed */
        public boolean goesBy(Channel way, Channel usual) {
            return way == (channel == null ? usual : channel);
        }
    }

    public record phone(
            Page page, Arrival arrival, OptionView option, List<Country> countries, Typed typed, Problem problem)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response look(@BeanParam Arrival arrival, @PathParam("type") String type, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return show(visit, phoneType(type), Typed.nothing(visit.language()), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(
            @BeanParam Arrival arrival,
            @PathParam("type") String type,
            @BeanParam @Valid Typed typed,
            @FormParam("form") UUID form,
            @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return visit.answer(
                beginVerification.ofPhone(
                        visit.caller(),
                        PageVisit.sent(form, typed),
                        phoneType(type),
                        filled(typed.number()),
                        filled(typed.country()),
                        typed.channel(),
                        visit.language()),
                started -> VerifyPage.of(started.verification(), visit),
                problem -> show(visit, phoneType(type), typed, problem));
    }

    private static Response show(PageVisit visit, PhoneType type, Typed typed, Problem problem) {
        List<Country> countries = Country.in(visit.language());
        return visit.form(
                problem,
                option -> new phone(visit.page(), visit.arrival(), option, countries, typed, problem),
                type.method());
    }

    private static PhoneType phoneType(String type) {
        return PhoneType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    /** What is left empty is as good as left out: then it is what the directory holds. */
    private static String filled(String field) {
        return field == null || field.isBlank() ? null : field;
    }
}
