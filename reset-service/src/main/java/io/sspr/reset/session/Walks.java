package io.sspr.reset.session;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.page.Page;
import io.sspr.reset.page.Pages;
import io.sspr.reset.page.Portal;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Leads browsers through their resets: shows a page only where the reset stands at it, and after each form leads on. A form that comes twice, from a tab
 * that was left behind, or from another reset than the one in hand, does nothing and leads to where the reset stands. Source: R-FLW-34.
 */
@ApplicationScoped
public class Walks {
    private static final String HTML = "text/html;charset=UTF-8";
    /** Tells htmx to leave the page. */
    private static final String LEAVE_FOR = "HX-Redirect";

    private final BrowserReset browserReset;
    private final DescribeReset describeReset;
    private final Tenants tenants;
    private final Pages pages;

    Walks(BrowserReset browserReset, DescribeReset describeReset, Tenants tenants, Pages pages) {
        this.browserReset = browserReset;
        this.describeReset = describeReset;
        this.tenants = tenants;
        this.pages = pages;
    }

    /** The page, or the way to the one that it is time for. */
    public Response show(HttpHeaders headers, WalkStep step, Function<Walk, TemplateInstance> page) {
        return walk(headers)
                .map(walk -> walk.allows(step) ? html(Status.OK.getStatusCode(), page.apply(walk)) : to(walk.next()))
                .orElseGet(Walks::toStart);
    }

    /** To the page that it is time for. */
    public Response goOn(HttpHeaders headers) {
        return walk(headers).map(walk -> to(walk.next())).orElseGet(Walks::toStart);
    }

    /**
     * Takes what a form asks for.
     *
     * @param step the page of the form
     * @param form what the form is about
     * @param action takes the step, once it is known whose it is
     * @param again the page once more, with what was wrong
     */
    public <T> Response take(
            HttpHeaders headers,
            WalkStep step,
            ResetForm form,
            Function<Walk, Outcome<T>> action,
            BiFunction<Walk, Problem, TemplateInstance> again) {
        Optional<Walk> before = walk(headers);
        if (before.isEmpty()) {
            return toStart();
        }
        Outcome<T> outcome = form.isOf(before.get().session())
                ? action.apply(before.get())
                : Outcome.declined(ProblemName.VERSION_OUTDATED);
        Walk now = walk(headers).orElseThrow();
        return outcome.fold(done -> to(now.next()), refused -> to(now.next()), declined -> {
            if (declined.problem() == ProblemName.VERSION_OUTDATED || !now.allows(step)) {
                return to(now.next());
            }
            Problem problem = SessionGuard.problem(declined, now.view().supportCode(), Language.of(headers));
            return html(problem.status(), again.apply(now, problem));
        });
    }

    /** An answer to a page that asks for news by itself: nothing new, a part of the page, or to leave it because the reset has moved on. */
    public Response news(HttpHeaders headers, Function<Walk, Optional<Response>> stay) {
        return walk(headers)
                .flatMap(walk -> stay.apply(walk)
                        .or(() -> Optional.of(leaveFor(walk.next().address()))))
                .orElseGet(() -> leaveFor(Portal.PASSWORD_RESET.address()));
    }

    /** The browser's reset; empty if it has none. */
    Optional<Walk> walk(HttpHeaders headers) {
        return browserReset.session().map(session -> walk(headers, session));
    }

    Walk walk(HttpHeaders headers, ResetSession session) {
        Page page = pages.of(
                headers, session.supportCode(), session.id().toString(), tenants.findById(session.tenantId()), null);
        return new Walk(page, session, describeReset.describe(session.id(), page.language()));
    }

    static Response html(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page.render()).build();
    }

    static Response to(WalkStep step) {
        return Response.seeOther(URI.create(step.address())).build();
    }

    static Response toStart() {
        return Response.seeOther(URI.create(Portal.PASSWORD_RESET.address())).build();
    }

    private static Response leaveFor(String address) {
        return Response.ok().header(LEAVE_FOR, address).build();
    }
}
