package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.delivery.Channel;
import io.sspr.reset.gate.Method;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.registration.RegistrationView.ProofMethod;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asks by which method users want to prove who they are, before they see or change anything. Source: R-REG-13, R-REG-14. */
@Path("/ssprsetup/proof")
@Produces(MediaType.TEXT_HTML)
public class ProofPage {
    private final BeginPageVisit beginPageVisit;
    private final BeginVerification beginVerification;

    ProofPage(BeginPageVisit beginPageVisit, BeginVerification beginVerification) {
        this.beginPageVisit = beginPageVisit;
        this.beginVerification = beginVerification;
    }

    /** @param mayPutOff whether somebody who was asked at sign-in may leave it for another day */
    public record proof(Page page, Arrival arrival, List<Way> ways, boolean mayPutOff, Problem problem)
            implements TemplateInstance {}

    /**
     * One way to prove who they are.
     *
     * @param channel null if nothing is sent
     * @param hint where it goes, masked; null for an app
     */
    public record Way(Method method, Channel channel, String hint) {
        /** What the form says of it. */
        public String choice() {
            return channel == null ? method.name() : method + "_" + channel;
        }

        private static Stream<Way> of(ProofMethod method) {
            return method.channels().isEmpty()
                    ? Stream.of(new Way(method.method(), null, method.hint()))
                    : method.channels().stream().map(channel -> new Way(method.method(), channel, method.hint()));
        }
    }

    @GET
    @Operation(hidden = true)
    public Response look(@BeanParam Arrival arrival, @Context HttpHeaders headers) {
        return show(beginPageVisit.begin(headers, arrival), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(
            @BeanParam Arrival arrival,
            @FormParam("way") @NotNull String choice,
            @FormParam("form") UUID form,
            @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return visit.look(view -> ways(view).stream()
                .filter(way -> way.choice().equals(choice))
                .findFirst()
                .map(way -> begin(visit, PageVisit.sent(form, choice), way))
                .orElseGet(() -> PageVisit.goTo(arrival.at("/proof"))));
    }

    private Response begin(PageVisit visit, UUID form, Way way) {
        return visit.answer(
                beginVerification.ofIdentity(visit.caller(), form, way.method(), way.channel(), visit.language()),
                started -> VerifyPage.of(started.verification(), visit),
                problem -> show(visit, problem));
    }

    private static Response show(PageVisit visit, Problem problem) {
        Arrival arrival = visit.arrival();
        return visit.look(view -> view.proof().required()
                ? PageVisit.page(
                        new proof(
                                visit.page(),
                                arrival,
                                ways(view),
                                arrival.isInterrupt() && view.interrupt().dismissible(),
                                problem),
                        problem)
                : PageVisit.goTo(arrival.at("")));
    }

    private static List<Way> ways(RegistrationView view) {
        return view.proof().methods().stream().flatMap(Way::of).toList();
    }
}
