package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.gate.Method;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.registration.RegistrationView.RegisteredView;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.signin.Caller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asks once more before something registered is removed. Source: R-REG-08. */
@Path("/ssprsetup/remove/{item}")
@Produces(MediaType.TEXT_HTML)
public class RemovePage {
    private final BeginPageVisit beginPageVisit;
    private final RemoveMethod removeMethod;

    RemovePage(BeginPageVisit beginPageVisit, RemoveMethod removeMethod) {
        this.beginPageVisit = beginPageVisit;
        this.removeMethod = removeMethod;
    }

    public record remove(Page page, Arrival arrival, RegisteredView item) implements TemplateInstance {}

    /** @param item the key of something that is registered */
    @GET
    @Operation(hidden = true)
    public Response look(@BeanParam Arrival arrival, @PathParam("item") String item, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return find(visit, item, registered -> PageVisit.page(new remove(visit.page(), arrival, registered), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response remove(@BeanParam Arrival arrival, @PathParam("item") String item, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return find(
                visit,
                item,
                registered -> visit.answer(
                        remove(visit.caller(), registered),
                        method -> PageVisit.goTo(arrival.overview(News.REMOVED)),
                        problem -> PageVisit.is(problem, ProblemName.NOT_FOUND)
                                ? PageVisit.goTo(arrival.at(""))
                                : visit.refuse(problem)));
    }

    /** What is registered no more needs no removal. */
    private static Response find(PageVisit visit, String item, Function<RegisteredView, Response> found) {
        return visit.show(view -> view.registered().stream()
                .filter(registered -> registered.key().equals(item))
                .findFirst()
                .map(found)
                .orElseGet(() -> PageVisit.goTo(visit.arrival().at(""))));
    }

    private Outcome<Method> remove(Caller caller, RegisteredView item) {
        return switch (item.method()) {
            case APP_NOTIFICATION, APP_CODE -> removeMethod.app(caller, item.id());
            case MOBILE_PHONE -> removeMethod.phone(caller, PhoneType.MOBILE);
            case OFFICE_PHONE -> removeMethod.phone(caller, PhoneType.OFFICE);
            case EMAIL -> removeMethod.mail(caller);
            case SECURITY_QUESTIONS -> removeMethod.questions(caller);
        };
    }
}
