package io.sspr.reset.gate;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.gate.StartChallenge.Prepared;
import io.sspr.reset.gate.StartChallenge.Wish;
import io.sspr.reset.gate.Way.Offer;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.Outcome.Done;
import io.sspr.reset.session.ResetForm;
import io.sspr.reset.session.ResetView;
import io.sspr.reset.session.Walk;
import io.sspr.reset.session.WalkStep;
import io.sspr.reset.session.Walks;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The choice of a method for the next gate and, for a phone, the question for its whole number; after a call or notification that was declined, it says so.
 * Source: R-FLW-07, R-FLW-08, R-PHN-05, R-PHN-07, R-PHN-08, R-APP-03.
 */
@Path("/passwordreset")
@Produces(MediaType.TEXT_HTML)
public class MethodPages {
    private final StartChallenge startChallenge;
    private final Challenges challenges;
    private final Walks walks;

    MethodPages(StartChallenge startChallenge, Challenges challenges, Walks walks) {
        this.startChallenge = startChallenge;
        this.challenges = challenges;
        this.walks = walks;
    }

    /**
     * @param declined what somebody has just declined on the phone, or null
     * @param problem why the form comes again, or null
     */
    public record methods(Page page, ResetView reset, List<Offer> offers, Way declined, Problem problem)
            implements TemplateInstance {}

    /**
     * @param typed the number that was not right, or empty
     * @param problem why the form comes again, or null
     */
    public record phone(Page page, ResetView reset, Offer offer, String typed, Problem problem)
            implements TemplateInstance {}

    @GET
    @Path("methods")
    @Operation(hidden = true)
    public Response showMethods(@Context HttpHeaders headers) {
        return walks.show(headers, WalkStep.METHODS, walk -> methods(walk, null));
    }

    /** A message goes out at once, unless the number has to be typed first. */
    @POST
    @Path("methods")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response choose(@BeanParam ResetForm form, @FormParam("way") Way way, @Context HttpHeaders headers) {
        if (way == null) {
            return showMethods(headers);
        }
        if (way.method().isPhone()) {
            return Response.seeOther(URI.create(WalkStep.PHONE.address() + "/" + way.path()))
                    .build();
        }
        return walks.take(
                headers,
                WalkStep.METHODS,
                form,
                walk -> start(walk, form, new Wish(way.method(), way.channel(), null)),
                this::methods);
    }

    @GET
    @Path("phone/{way}")
    @Operation(hidden = true)
    public Response showPhone(String way, @Context HttpHeaders headers) {
        Way phone = phone(way);
        return walks.show(headers, WalkStep.PHONE, walk -> phone(walk, phone, "", null));
    }

    @POST
    @Path("phone/{way}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response callOrText(
            String way,
            @BeanParam ResetForm form,
            @FormParam("phoneNumber") @DefaultValue("") String phoneNumber,
            @Context HttpHeaders headers) {
        Way phone = phone(way);
        return walks.take(
                headers,
                WalkStep.PHONE,
                form,
                walk -> start(walk, form, new Wish(phone.method(), phone.channel(), phoneNumber)),
                (walk, problem) -> phone(walk, phone, phoneNumber, problem));
    }

    private Outcome<Prepared> start(Walk walk, ResetForm form, Wish wish) {
        Outcome<Prepared> outcome = startChallenge.prepare(walk.session().id(), form.seen(), wish);
        if (outcome instanceof Done<Prepared> done) {
            startChallenge.send(done.value());
        }
        return outcome;
    }

    private static Way phone(String path) {
        return Way.named(path).filter(way -> way.method().isPhone()).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance methods(Walk walk, Problem problem) {
        Way declined = challenges
                .latest(walk.session().id())
                .filter(Challenge::isDeclined)
                .map(Way::of)
                .orElse(null);
        return new methods(walk.page(), walk.view(), Way.offered(walk.view().methods()), declined, problem);
    }

    /** A phone that is not on offer is asked for by nobody who came by the page before; the answer to the form says so. */
    private static TemplateInstance phone(Walk walk, Way way, String typed, Problem problem) {
        Offer offer = Way.offered(walk.view().methods()).stream()
                .filter(offered -> offered.way() == way)
                .findFirst()
                .orElseGet(() -> new Offer(way, null));
        return new phone(walk.page(), walk.view(), offer, typed, problem);
    }
}
