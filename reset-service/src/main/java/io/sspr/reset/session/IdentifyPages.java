package io.sspr.reset.session;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.captcha.AddressLimit;
import io.sspr.reset.captcha.CheckCaptcha;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.page.Page;
import io.sspr.reset.page.Pages;
import io.sspr.reset.page.TypedName;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.session.BeginReset.Begun;
import io.sspr.reset.session.BeginReset.Visitor;
import io.sspr.reset.session.BrowserRefusal.Refusal;
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
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The first page of the reset portal: who are you? There, too, where nobody may reset. Source: R-FLW-01, R-FLW-04, R-FLW-05. */
@Path("/passwordreset")
@Produces(MediaType.TEXT_HTML)
public class IdentifyPages {
    private final BeginReset beginReset;
    private final CheckCaptcha checkCaptcha;
    private final BrowserReset browserReset;
    private final BrowserRefusal browserRefusal;
    private final Tenants tenants;
    private final Walks walks;
    private final Pages pages;

    IdentifyPages(
            BeginReset beginReset,
            CheckCaptcha checkCaptcha,
            BrowserReset browserReset,
            BrowserRefusal browserRefusal,
            Tenants tenants,
            Walks walks,
            Pages pages) {
        this.beginReset = beginReset;
        this.checkCaptcha = checkCaptcha;
        this.browserReset = browserReset;
        this.browserRefusal = browserRefusal;
        this.tenants = tenants;
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
        if (!TypedName.isPossible(userId)) {
            return again(ProblemName.ACCOUNT_NOT_VERIFIED, "", supportCode, headers);
        }
        Language language = Language.of(headers);
        Visitor visitor =
                new Visitor(supportCode, language, http.remoteAddress().hostAddress());
        return beginReset
                .begin(userId, visitor)
                .fold(
                        begun -> begun(begun, headers),
                        refused -> end(refused.code().code(), userId, supportCode),
                        declined -> declined.problem() == ProblemName.THROTTLED
                                ? end(ProblemName.THROTTLED.code(), userId, supportCode)
                                : again(declined.problem(), userId, supportCode, headers));
    }

    /** Has the organisation's brand by the domain of the name that was typed, so it tells nothing of the account. Source: R-CFG-26, R-ERR-91. */
    @GET
    @Path("refused")
    @Operation(hidden = true)
    public Response refused(@Context HttpHeaders headers) {
        return browserRefusal.last().map(why -> refused(why, headers)).orElseGet(Walks::toStart);
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

    private Response end(String code, String userId, UUID supportCode) {
        String name = userId.strip();
        Optional<String> tenant =
                tenants.ofDomain(name.substring(name.lastIndexOf('@') + 1)).map(Tenant::id);
        browserReset.forget();
        browserRefusal.remember(new Refusal(code, supportCode, tenant));
        return Response.seeOther(URI.create("/passwordreset/refused")).build();
    }

    private Response refused(Refusal why, HttpHeaders headers) {
        Page page = why.tenant()
                .flatMap(tenants::findByIdOptional)
                .map(tenant -> pages.of(headers, why.supportCode(), "", tenant, null))
                .orElseGet(() -> pages.of(headers, why.supportCode()));
        Problem problem = why.problem(page.language());
        return Walks.html(problem.status(), ResultPages.refused.of(page, problem));
    }
}
