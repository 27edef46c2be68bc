package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Waits for what a user has to do about a verification: type a code, reply on the phone, or take a secret into an app. Source: R-REG-15, R-FLW-30 …
 * R-FLW-33.
 */
@Path("/ssprsetup/verify/{id}")
@Produces(MediaType.TEXT_HTML)
public class VerifyPage {
    private final BeginPageVisit beginPageVisit;
    private final BeginVerification beginVerification;
    private final ShowVerification showVerification;
    private final FinishVerification finishVerification;

    VerifyPage(
            BeginPageVisit beginPageVisit,
            BeginVerification beginVerification,
            ShowVerification showVerification,
            FinishVerification finishVerification) {
        this.beginPageVisit = beginPageVisit;
        this.beginVerification = beginVerification;
        this.showVerification = showVerification;
        this.finishVerification = finishVerification;
    }

    /** @param back where the user can begin again */
    public record verify(Page page, Arrival arrival, ShownVerification shown, String back, Problem problem)
            implements TemplateInstance {}

    /**
     * A browser that looks again by script says what it has seen; it gets nothing while that is so, and is told to load the page anew once there is
     * nothing more to wait for.
     */
    @GET
    @Operation(hidden = true)
    public Response look(
            @BeanParam Arrival arrival,
            UUID id,
            @HeaderParam("HX-Request") boolean isByScript,
            @QueryParam("seen") String seen,
            @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        Response answer = show(visit, id, null);
        return isByScript ? news(answer, seen) : answer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response pass(
            @BeanParam Arrival arrival,
            UUID id,
            @FormParam("code") @NotNull String code,
            @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return visit.answer(
                finishVerification.pass(visit.caller(), id, Secret.of(code)),
                verification -> show(visit, id, null),
                problem -> show(visit, id, problem));
    }

    @POST
    @Path("again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response again(
            @BeanParam Arrival arrival, UUID id, @FormParam("form") UUID form, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return visit.answer(
                beginVerification.again(visit.caller(), PageVisit.sent(form, id), id, visit.language()),
                started -> of(started.verification(), visit),
                problem -> show(visit, id, problem));
    }

    /** Whoever was told why it could not be sent again, and loads that page anew. */
    @GET
    @Path("again")
    @Operation(hidden = true)
    public Response notAgain(@BeanParam Arrival arrival, UUID id) {
        return PageVisit.goTo(arrival.at("/verify/" + id));
    }

    /** Leads to the page of a verification that began. */
    static Response of(Verification verification, PageVisit visit) {
        return PageVisit.goTo(visit.arrival().at("/verify/" + verification.id));
    }

    private static Response news(Response answer, String seen) {
        if (!(answer.getEntity() instanceof verify page) || !page.shown().isOpen()) {
            return Response.ok("").header("HX-Refresh", true).build();
        }
        String delivery = String.valueOf(page.shown().verification().delivery());
        return delivery.equals(seen) ? Response.noContent().build() : answer;
    }

    private Response show(PageVisit visit, UUID id, Problem problem) {
        return visit.answer(
                showVerification.show(visit.caller(), id, visit.language()),
                shown -> show(visit, shown, problem),
                other -> PageVisit.is(other, ProblemName.NOT_FOUND)
                        ? PageVisit.goTo(visit.arrival().at(""))
                        : visit.refuse(other));
    }

    /** Whoever sends a form twice has passed at the first time. */
    private static Response show(PageVisit visit, ShownVerification shown, Problem problem) {
        Arrival arrival = visit.arrival();
        if (shown.isPassed()) {
            return PageVisit.goTo(shown.isProof() ? arrival.at("") : arrival.overview(News.REGISTERED));
        }
        if (problem != null && PageVisit.is(problem, ProblemName.THROTTLED)) {
            return visit.refuse(problem);
        }
        String back = shown.isProof()
                ? arrival.at("/proof")
                : arrival.form(shown.verification().method());
        return PageVisit.page(new verify(visit.page(), arrival, shown, back, problem), problem);
    }
}
