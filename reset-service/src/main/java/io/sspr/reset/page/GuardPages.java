package io.sspr.reset.page;

import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/**
 * What holds for all pages: a form counts only if we made it, a page loads nothing but what is ours, tells other sites nothing of where the user was, and
 * is kept by no cache; and what went wrong is shown as a page. Source: OWASP Forgot Password, ASVS 3.4, R-ERR-88.
 */
class GuardPages {
    /** Where a request keeps the {@link Page} that it is answered with. */
    static final String PAGE = Page.class.getName();

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** What is told on a page in place of what only a program could act on. */
    private static final Map<String, ProblemName> FOR_PEOPLE = Map.of(
            ProblemName.MALFORMED_REQUEST.code(), ProblemName.FORM_UNREADABLE,
            ProblemName.METHOD_NOT_ALLOWED.code(), ProblemName.NOTHING_TO_SHOW);

    @Context
    HttpHeaders headers;

    private final FormTokens formTokens;
    private final Pages pages;
    private final PageCookies cookies;

    GuardPages(FormTokens formTokens, Pages pages, PageCookies cookies) {
        this.formTokens = formTokens;
        this.pages = pages;
        this.cookies = cookies;
    }

    @WithFormRead
    @ServerRequestFilter
    public Optional<Response> admit(ContainerRequestContext request, RoutingContext http) {
        if (!request.getMethod().equals("POST")
                || Portal.of(request.getUriInfo().getPath()).isEmpty()) {
            return Optional.empty();
        }
        if (!formTokens.isThere(http)) {
            return Optional.of(refuse(ProblemName.COOKIES_DISABLED, headers));
        }
        FormData form = CurrentRequestManager.get().getFormData();
        if (!formTokens.matches(http, value(form, FormTokens.FIELD))) {
            return Optional.of(refuse(ProblemName.FORM_OUTDATED, headers));
        }
        return hasNullCharacter(form) ? Optional.of(refuse(ProblemName.MALFORMED_REQUEST, headers)) : Optional.empty();
    }

    @ServerResponseFilter
    public void guard(ContainerRequestContext request, ContainerResponseContext response, RoutingContext http) {
        Optional<Portal> portal = Portal.of(request.getUriInfo().getPath());
        if (portal.isEmpty()) {
            return;
        }
        if (response.getEntity() instanceof Problem problem) {
            show(problem, portal.get(), response);
        }
        Page page = http.get(PAGE);
        MultivaluedMap<String, Object> answer = response.getHeaders();
        stayHere(answer);
        if (MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            answer.putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        }
        answer.putSingle("Content-Security-Policy", policy(page));
        answer.putSingle("Referrer-Policy", "no-referrer");
        answer.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        answer.putSingle("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        answer.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (cookies.areSecure()) {
            answer.putSingle("Strict-Transport-Security", "max-age=31536000");
        }
        if (page != null) {
            answer.putSingle(HttpHeaders.CONTENT_LANGUAGE, page.language().tag());
            answer.putSingle("sspr-sid", page.sid());
            answer.putSingle("sspr-cid", page.supportCode());
        }
    }

    /** Nobody signed in is sent to sign in; everything else that no page has dealt with is a page of its own. */
    private void show(Problem problem, Portal portal, ContainerResponseContext response) {
        if (problem.status() == ProblemName.NOT_AUTHENTICATED.status() && portal != Portal.SIGN_IN) {
            response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
            response.getHeaders().putSingle(HttpHeaders.LOCATION, Portal.SIGN_IN.address() + "?then=" + portal.path());
            response.setEntity(null);
            return;
        }
        Page page = pages.ofProblem(headers, problem.supportCode());
        response.setEntity(
                new ProblemPage.problem(page, forPeople(problem, page.language()), portal.address()).render(),
                new Annotation[0],
                MediaType.TEXT_HTML_TYPE);
    }

    private static Problem forPeople(Problem problem, Language language) {
        return Optional.ofNullable(FOR_PEOPLE.get(problem.code()))
                .map(name -> Problems.of(name, problem.supportCode(), language))
                .orElse(problem);
    }

    /** A page leads to our own pages only, under whatever name the browser knows our host: the one in the request proves nothing. */
    private static void stayHere(MultivaluedMap<String, Object> answer) {
        if (answer.getFirst(HttpHeaders.LOCATION) instanceof URI address) {
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            answer.putSingle(HttpHeaders.LOCATION, address.getRawPath() + query);
        }
    }

    private static String policy(Page page) {
        String logo = page == null
                ? ""
                : page.brand().logoOrigin().map(origin -> " " + origin).orElse("");
        String style = page == null ? "" : " 'nonce-" + page.nonce() + "'";
        return "default-src 'none'; script-src 'self'; style-src 'self'" + style + "; img-src 'self' data:" + logo
                + "; connect-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    private static Response refuse(ProblemName name, HttpHeaders headers) {
        Language language = Language.of(headers);
        return Problems.response(Problems.of(name, UUID.randomUUID(), language), language);
    }

    /** Null if there is none; a file is none. */
    private static String value(FormData form, String field) {
        return form == null || !form.contains(field) || form.getFirst(field).isFileItem()
                ? null
                : form.getFirst(field).getValue();
    }

    /** Nothing is called so, and the database takes none. */
    private static boolean hasNullCharacter(FormData form) {
        for (String field : form) {
            if (form.get(field).stream()
                    .anyMatch(given -> !given.isFileItem() && given.getValue().indexOf('\0') >= 0)) {
                return true;
            }
        }
        return false;
    }
}
