package io.sspr.reset.contact;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.captcha.AddressLimit;
import io.sspr.reset.captcha.CheckCaptcha;
import io.sspr.reset.page.Pages;
import io.sspr.reset.page.TypedName;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.session.BrowserReset;
import io.sspr.reset.session.Outcome;
import io.sspr.reset.session.ResetSession;
import io.sspr.reset.signin.Visitor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
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
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The pages on which users ask their administrators for help: whoever has a reset in hand by one button, all others by their user name. Source: R-FLW-32,
 * R-HLP-01, R-HLP-02, R-HLP-07.
 */
@Path("/passwordreset/contact")
@Produces(MediaType.TEXT_HTML)
public class ContactPages {
    private static final URI ASK = URI.create("/passwordreset/contact");
    private static final URI ASKED = URI.create("/passwordreset/contact/sent");
    private static final String ANOTHER = "another";
    private static final int OK = 200;

    private final CallForHelp callForHelp;
    private final CallForHelpByName callForHelpByName;
    private final CheckCaptcha checkCaptcha;
    private final BrowserReset browserReset;
    private final BrowserCall browserCall;
    private final ShowContact showContact;
    private final Pages pages;

    ContactPages(
            CallForHelp callForHelp,
            CallForHelpByName callForHelpByName,
            CheckCaptcha checkCaptcha,
            BrowserReset browserReset,
            BrowserCall browserCall,
            ShowContact showContact,
            Pages pages) {
        this.callForHelp = callForHelp;
        this.callForHelpByName = callForHelpByName;
        this.checkCaptcha = checkCaptcha;
        this.browserReset = browserReset;
        this.browserCall = browserCall;
        this.showContact = showContact;
        this.pages = pages;
    }

    /** @param whom {@code another} if help is not wanted for the account whose reset this browser has in hand */
    @GET
    @Operation(hidden = true)
    public Response show(@QueryParam("for") String whom, @Context HttpHeaders headers) {
        return resetInHand()
                .filter(reset -> !ANOTHER.equals(whom))
                .map(reset -> html(OK, showContact.ofReset(headers, reset, null)))
                .orElseGet(() -> html(OK, new ContactTemplates.byName(pages.of(headers), "", null)));
    }

    /**
     * @param userId null in the form of a reset in hand
     * @param resetId that reset; another than the one in hand now is not asked for. Source: R-FLW-34
     */
    @POST
    @AddressLimit
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response ask(
            @FormParam("userId") String userId,
            @FormParam("reset") UUID resetId,
            @FormParam("captcha") String captcha,
            @Context HttpHeaders headers,
            @Context HttpServerRequest http) {
        if (userId != null) {
            Visitor visitor =
                    Visitor.now(Language.of(headers), http.remoteAddress().hostAddress());
            return askByName(userId, captcha, visitor, headers);
        }
        return resetInHand()
                .filter(reset -> reset.id().equals(resetId))
                .map(reset -> answer(
                        callForHelp.call(reset.id()),
                        reset.supportCode(),
                        headers,
                        problem -> showContact.ofReset(headers, reset, problem)))
                .orElseGet(() -> Response.seeOther(ASK).build());
    }

    @GET
    @Path("sent")
    @Operation(hidden = true)
    public Response asked(@Context HttpHeaders headers) {
        return browserCall
                .last()
                .map(call -> html(OK, showContact.answer(headers, call)))
                .orElseGet(() -> Response.seeOther(ASK).build());
    }

    private Response askByName(String userId, String captcha, Visitor visitor, HttpHeaders headers) {
        Function<Problem, TemplateInstance> again =
                problem -> new ContactTemplates.byName(pages.of(headers, visitor.supportCode()), userId, problem);
        if (!checkCaptcha.passes(captcha)) {
            return answer(Outcome.declined(ProblemName.CAPTCHA_FAILED), visitor.supportCode(), headers, again);
        }
        if (!TypedName.isPossible(userId)) {
            return answer(Outcome.declined(ProblemName.USER_NAME_MISSING), visitor.supportCode(), headers, again);
        }
        return answer(callForHelpByName.call(userId, visitor), visitor.supportCode(), headers, again);
    }

    private Response answer(
            Outcome<Answer> outcome, UUID supportCode, HttpHeaders headers, Function<Problem, TemplateInstance> again) {
        Language language = Language.of(headers);
        return outcome.fold(
                answer -> {
                    browserCall.remember(answer);
                    return Response.seeOther(ASKED).build();
                },
                refused -> {
                    throw new IllegalStateException("help is never refused for good");
                },
                declined -> {
                    Problem problem = Problems.of(declined.problem(), supportCode, language);
                    return html(problem.status(), again.apply(problem));
                });
    }

    private Optional<ResetSession> resetInHand() {
        return browserReset.session().filter(callForHelp::isPossible);
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(page.render())
                .build();
    }
}
