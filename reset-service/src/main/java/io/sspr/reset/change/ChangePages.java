package io.sspr.reset.change;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.captcha.PasswordLimit;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.page.Page;
import io.sspr.reset.page.PageCookies;
import io.sspr.reset.page.Pages;
import io.sspr.reset.page.TypedName;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.PortalSignIn;
import io.sspr.reset.signin.Refusal;
import io.sspr.reset.signin.Visitor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
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
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages by which users change a password that they know, signed in or not: an expired one will do. Source: R-CHG-01, R-CHG-02. */
@Path("/changepassword")
@Produces(MediaType.TEXT_HTML)
public class ChangePages {
    private static final String COOKIE = "change";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Pattern SUPPORT_CODE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ChangePassword changePassword;
    private final PortalSignIn portalSignIn;
    private final TypedName typedName;
    private final PageCookies cookies;
    private final Tenants tenants;
    private final Pages pages;
    private final Clock clock;

    ChangePages(
            ChangePassword changePassword,
            PortalSignIn portalSignIn,
            TypedName typedName,
            PageCookies cookies,
            Tenants tenants,
            Pages pages,
            Clock clock) {
        this.changePassword = changePassword;
        this.portalSignIn = portalSignIn;
        this.typedName = typedName;
        this.cookies = cookies;
        this.tenants = tenants;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param name of the user, as far as it is known
     * @param expired whether the user could not sign in because the password has to be changed
     * @param problem why it did not work; null before it was tried
     * @param differ whether that is because the two new passwords are not the same
     */
    public record change(Page page, String name, boolean expired, Problem problem, boolean differ)
            implements TemplateInstance {}

    public record changed(Page page) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance form(@QueryParam("expired") boolean expired, @Context HttpHeaders headers) {
        Optional<Caller> caller = portalSignIn.visitor();
        String name = caller.map(known -> known.person().userPrincipalName())
                .or(typedName::get)
                .orElse("");
        return new change(page(caller, UUID.randomUUID(), headers), name, expired, null, false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PasswordLimit
    @Blocking
    @Operation(hidden = true)
    public Uni<Response> change(
            @FormParam("userPrincipalName") @DefaultValue("") String name,
            @FormParam("currentPassword") @DefaultValue("") String current,
            @FormParam("newPassword") @DefaultValue("") String replacement,
            @FormParam("newPasswordAgain") @DefaultValue("") String again,
            @Context HttpHeaders headers,
            @Context HttpServerRequest http) {
        Visitor visitor = Visitor.now(Language.of(headers), http.remoteAddress().hostAddress());
        Page page = page(portalSignIn.visitor(), visitor.supportCode(), headers);
        if (!replacement.equals(again)) {
            return Uni.createFrom().item(refuse(Refusal.of(ProblemName.PASSWORDS_DIFFER), page, name, visitor));
        }
        if (!TypedName.isPossible(name)) {
            return Uni.createFrom().item(refuse(Refusal.of(ProblemName.CURRENT_PASSWORD_WRONG), page, name, visitor));
        }
        return changePassword
                .change(name, Secret.of(current), Secret.of(replacement), visitor)
                .map(refusal ->
                        refusal.map(why -> refuse(why, page, name, visitor)).orElseGet(() -> changed(visitor)));
    }

    @GET
    @Path("done")
    @Operation(hidden = true)
    public TemplateInstance done(@Context HttpHeaders headers) {
        UUID supportCode = cookies.get(COOKIE)
                .filter(value -> SUPPORT_CODE.matcher(value).matches())
                .map(UUID::fromString)
                .orElseGet(UUID::randomUUID);
        return new changed(pages.of(headers, supportCode));
    }

    /** All that was issued for the former password is worthless now. */
    private Response changed(Visitor visitor) {
        portalSignIn.leave();
        typedName.forget();
        cookies.set(COOKIE, visitor.supportCode().toString(), LIFETIME);
        return Response.seeOther(URI.create("/changepassword/done")).build();
    }

    private Response refuse(Refusal refusal, Page page, String name, Visitor visitor) {
        boolean differ = refusal.problem() == ProblemName.PASSWORDS_DIFFER;
        change form = new change(page, name, false, refusal.problem(visitor), differ);
        return Response.fromResponse(refusal.answer(visitor, clock.instant()))
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(form.render())
                .build();
    }

    private Page page(Optional<Caller> caller, UUID supportCode, HttpHeaders headers) {
        return caller.map(known -> pages.of(headers, supportCode, "", tenants.findById(known.tenantId()), known.name()))
                .orElseGet(() -> pages.of(headers, supportCode));
    }
}
