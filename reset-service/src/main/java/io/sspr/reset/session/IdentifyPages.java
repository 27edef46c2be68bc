package io.sspr.reset.session;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.captcha.AddressLimit;
import io.sspr.reset.captcha.CheckCaptcha;
import io.sspr.reset.page.Page;
import io.sspr.reset.page.Pages;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.Problems.Moment;
import io.sspr.reset.session.BeginReset.Begun;
import io.sspr.reset.session.BeginReset.Visitor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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

/** The first page of the reset portal: who are you? There, too, where nobody may reset. Source: R-FLW-01, R-FLW-04, R-FLW-05. */
@Path("/passwordreset")
@Produces(MediaType.TEXT_HTML)
public class IdentifyPages {
    private static final int LONGEST_NAME = 320;

    private final BeginReset beginReset;
    private final CheckCaptcha checkCaptcha;
    private final BrowserReset browserReset;
    private final Walks walks;
    private final Pages pages;

    IdentifyPages(
            BeginReset beginReset, CheckCaptcha checkCaptcha, BrowserReset browserReset, Walks walks, Pages pages) {
        this.beginReset = beginReset;
        this.checkCaptcha = checkCaptcha;
        this.browserReset = browserReset;
        this.walks = walks;
        this.pages = pages;
    }

    /**
     * @param userId what was typed, or empty
     * @param problem why the form comes again, or null
     */
    public record identify(Page page, String userId, Problem problem) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers) {
        return Walks.html(200, new identify(pages.of(headers), "", null));
    }

    @POST
    @AddressLimit
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(
            @FormParam("userId") @DefaultValue("") String userId,
            @FormParam("captcha") String captcha,
            @Context HttpHeaders headers,
            @Context HttpServerRequest http) {
        UUID supportCode = UUID.randomUUID();
        if (!checkCaptcha.passes(captcha)) {
            return again(ProblemName.CAPTCHA_FAILED, userId, supportCode, headers);
        }
        if (!isName(userId)) {
            return again(ProblemName.ACCOUNT_NOT_VERIFIED, "", supportCode, headers);
        }
        Language language = Language.of(headers);
        Visitor visitor =
                new Visitor(supportCode, language, http.remoteAddress().hostAddress());
        return beginReset
                .begin(userId, visitor)
                .fold(
                        begun -> begun(begun, headers),
                        refused -> end(
                                Problems.refused(refused.code(), Moment.BEFORE_GATES, supportCode, language), headers),
                        declined -> declined.problem() == ProblemName.THROTTLED
                                ? end(Problems.of(ProblemName.THROTTLED, supportCode, language), headers)
                                : again(declined.problem(), userId, supportCode, headers));
    }

    private Response begun(Begun begun, HttpHeaders headers) {
        browserReset.remember(begun);
        return Walks.to(walks.walk(headers, begun.session()).next());
    }

    private Response again(ProblemName name, String userId, UUID supportCode, HttpHeaders headers) {
        Page page = pages.of(headers, supportCode);
        Problem problem = Problems.of(name, supportCode, page.language());
        return Walks.html(problem.status(), new identify(page, userId, problem));
    }

    private Response end(Problem problem, HttpHeaders headers) {
        browserReset.forget();
        return Walks.html(problem.status(), new ResultPages.refused(pages.of(headers, problem.supportCode()), problem));
    }

    /** Nothing else can be anybody's name, so it is not even looked up. */
    private static boolean isName(String userId) {
        return !userId.isBlank() && userId.length() <= LONGEST_NAME;
    }
}
