package io.sspr.reset.gate;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.gate.Challenge.Delivery;
import io.sspr.reset.gate.PassGate.Reply;
import io.sspr.reset.gate.StartChallenge.Prepared;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.question.GivenAnswer;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.Outcome.Done;
import io.sspr.reset.session.ResetForm;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.session.ResetView;
import io.sspr.reset.session.Walk;
import io.sspr.reset.session.WalkStep;
import io.sspr.reset.session.Walks;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page at a gate: type the code, answer the questions, or wait for the phone. After ten seconds without an answer, or at once if the message could not
 * be sent, it offers to try again and to call for help. Source: R-FLW-30 … R-FLW-34, R-ERR-95.
 */
@Path("/passwordreset")
@Produces(MediaType.TEXT_HTML)
public class CodePages {
    /** Tells htmx to ask no more. */
    private static final int LAST_NEWS = 286;

    private final PassGate passGate;
    private final StartChallenge startChallenge;
    private final Challenges challenges;
    private final Walks walks;

    CodePages(PassGate passGate, StartChallenge startChallenge, Challenges challenges, Walks walks) {
        this.passGate = passGate;
        this.startChallenge = startChallenge;
        this.challenges = challenges;
        this.walks = walks;
    }

    /**
     * @param way how it was sent, or that an app shows it
     * @param later style classes of what is shown after a while
     * @param problem why the form comes again, or null
     */
    public record code(Page page, ResetView reset, Way way, String later, Problem problem)
            implements TemplateInstance {}

    /** @param later as above */
    public record waiting(Page page, ResetView reset, Way way, String later, Problem problem)
            implements TemplateInstance {}

    public record questions(Page page, ResetView reset, Problem problem) implements TemplateInstance {}

    /** The line of a page that tells how far the message got. */
    public record delivery(Page page, Way way, Delivery delivery) implements TemplateInstance {}

    @GET
    @Path("code")
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers) {
        return walks.show(headers, WalkStep.CODE, walk -> page(walk, null));
    }

    @POST
    @Path("code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response pass(
            @BeanParam ResetForm form,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("question") List<String> questions,
            @FormParam("answer") List<String> answers,
            @Context HttpHeaders headers) {
        Reply reply = new Reply(Secret.of(code), given(questions, answers));
        return walks.take(headers, WalkStep.CODE, form, walk -> pass(walk, form, reply), this::page);
    }

    @GET
    @Path("again")
    @Operation(hidden = true)
    public Response goOn(@Context HttpHeaders headers) {
        return walks.goOn(headers);
    }

    /** Sends, calls or notifies once more. Source: R-FLW-31. */
    @POST
    @Path("again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response again(@BeanParam ResetForm form, @Context HttpHeaders headers) {
        return walks.take(headers, WalkStep.CODE, form, walk -> sendAgain(walk, form), this::page);
    }

    /**
     * Asked every other second while nothing is decided.
     *
     * @param version of the reset as the page shows it
     * @param shown how far the message had got by then
     */
    @GET
    @Path("code/news")
    @Operation(hidden = true)
    public Response news(
            @QueryParam("version") int version, @QueryParam("shown") Delivery shown, @Context HttpHeaders headers) {
        return walks.news(
                headers,
                walk -> walk.next() == WalkStep.CODE && walk.view().version() == version
                        ? news(walk, shown)
                        : Optional.empty());
    }

    private static Optional<Response> news(Walk walk, Delivery shown) {
        Delivery now = walk.view().challenge().delivery();
        if (now == shown) {
            return Optional.of(Response.noContent().build());
        }
        Way way = Way.of(walk.view().challenge());
        if (now == Delivery.FAILED || way.isApprovedOnPhone()) {
            return Optional.empty();
        }
        return Optional.of(Response.status(LAST_NEWS)
                .entity(new delivery(walk.page(), way, now).render())
                .build());
    }

    private Outcome<ResetSession> pass(Walk walk, ResetForm form, Reply reply) {
        return walk.view().challenge() == null
                ? Outcome.declined(ProblemName.VERSION_OUTDATED)
                : passGate.pass(walk.session().id(), walk.view().challenge().id(), form.seen(), reply);
    }

    private Outcome<Prepared> sendAgain(Walk walk, ResetForm form) {
        Outcome<Prepared> outcome = startChallenge.prepareAgain(walk.session().id(), form.seen());
        if (outcome instanceof Done<Prepared> done) {
            startChallenge.send(done.value());
        }
        return outcome;
    }

    private TemplateInstance page(Walk walk, Problem problem) {
        Way way = Way.of(walk.view().challenge());
        if (way == Way.QUESTIONS) {
            return new questions(walk.page(), walk.view(), problem);
        }
        return way.isApprovedOnPhone()
                ? new waiting(walk.page(), walk.view(), way, later(walk), problem)
                : new code(walk.page(), walk.view(), way, later(walk), problem);
    }

    private String later(Walk walk) {
        long left = walk.view().challenge().delivery() == Delivery.FAILED
                ? 0
                : challenges
                        .open(walk.session().id())
                        .map(open ->
                                TenSeconds.leftOf(open.createdAt(), walk.page().now()))
                        .orElse(0L);
        return left == 0 ? "" : "later later-" + left;
    }

    /** An answer that is missing is a wrong one. */
    private static List<GivenAnswer> given(List<String> questions, List<String> answers) {
        return IntStream.range(0, Math.min(questions.size(), answers.size()))
                .mapToObj(at -> new GivenAnswer(questions.get(at), Secret.of(answers.get(at))))
                .toList();
    }
}
