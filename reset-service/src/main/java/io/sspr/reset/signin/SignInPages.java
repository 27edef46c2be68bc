package io.sspr.reset.signin;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.captcha.PasswordLimit;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.page.Page;
import io.sspr.reset.page.Pages;
import io.sspr.reset.page.TypedName;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.signin.SignIn.SignedIn;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages by which users sign in and out. Source: R-FLW-01, R-LOK-04, R-CHG-01, R-CLD-07. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInPages {
    private final SignIn signIn;
    private final SignOut signOut;
    private final LeadOn leadOn;
    private final TypedName typedName;
    private final PortalSignIn portalSignIn;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Pages pages;
    private final Clock clock;

    SignInPages(
            SignIn signIn,
            SignOut signOut,
            LeadOn leadOn,
            TypedName typedName,
            PortalSignIn portalSignIn,
            Accounts accounts,
            Tenants tenants,
            Pages pages,
            Clock clock) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.leadOn = leadOn;
        this.typedName = typedName;
        this.portalSignIn = portalSignIn;
        this.accounts = accounts;
        this.tenants = tenants;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param then name of the portal that was wanted, or what somebody typed there
     * @param name as it was typed
     * @param problem why it did not work; null before it was tried
     * @param until when it can be tried again; null if that is not known
     * @param signedOut whether the user comes from signing out
     */
    public record signin(Page page, String then, String name, Problem problem, Instant until, boolean signedOut)
            implements TemplateInstance {}

    /**
     * @param days until the password has to be changed
     * @param onward where the user goes who leaves it for another day
     */
    public record expiring(Page page, int days, String onward) implements TemplateInstance {}

    @GET
    @Path("signin")
    @Operation(hidden = true)
    public TemplateInstance form(
            @QueryParam("then") @DefaultValue("") String then,
            @QueryParam("signedout") boolean signedOut,
            @Context HttpHeaders headers) {
        return new signin(pages.of(headers), then, "", null, null, signedOut);
    }

    @POST
    @Path("signin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PasswordLimit
    @Blocking
    @Operation(hidden = true)
    public Uni<Response> signIn(
            @FormParam("userPrincipalName") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("then") @DefaultValue("") String then,
            @Context HttpHeaders headers,
            @Context HttpServerRequest http) {
        Visitor visitor = Visitor.now(Language.of(headers), http.remoteAddress().hostAddress());
        Page page = pages.of(headers, visitor.supportCode());
        return judge(name, password, visitor)
                .map(result -> result instanceof SignedIn signedIn
                        ? enter(signedIn, then)
                        : refuse((Refusal) result, new signin(page, then, name, null, null, false), visitor));
    }

    @GET
    @Path("signin/expiring")
    @Operation(hidden = true)
    @Transactional
    public Response expiring(@QueryParam("then") @DefaultValue("") String then, @Context HttpHeaders headers) {
        Optional<Caller> visitor = portalSignIn.visitor();
        if (visitor.isEmpty()) {
            return Response.seeOther(URI.create("/signin")).build();
        }
        Caller caller = visitor.get();
        Account account = accounts.findById(caller.accountId());
        Tenant tenant = tenants.findById(account.tenantId());
        URI onward = leadOn.from(account, then);
        Optional<Integer> days =
                PasswordExpiry.of(account, tenant.policy().passwordPolicy()).noticeAt(clock.instant());
        if (days.isEmpty()) {
            return Response.seeOther(onward).build();
        }
        Page page = pages.of(headers, UUID.randomUUID(), "", tenant, caller.name());
        return Response.ok(new expiring(page, days.get(), onward.toString()).render())
                .build();
    }

    /** Whoever is not signed in any more has got what they want. */
    @POST
    @Path("signout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signOut() {
        portalSignIn.visitor().ifPresent(signOut::signOut);
        portalSignIn.leave();
        return Response.seeOther(URI.create("/signin?signedout=true")).build();
    }

    private Uni<SignIn.Result> judge(String name, String password, Visitor visitor) {
        return TypedName.isPossible(name)
                ? signIn.signIn(name, Secret.of(password), visitor)
                : Uni.createFrom().item(Refusal.of(ProblemName.INVALID_CREDENTIALS));
    }

    private Response enter(SignedIn signedIn, String then) {
        portalSignIn.enter(signedIn.token());
        return Response.seeOther(
                        signedIn.passwordExpiresInDays() == null
                                ? leadOn.from(signedIn.account(), then)
                                : leadOn.byWayOfNotice(signedIn.account(), then))
                .build();
    }

    private Response refuse(Refusal refusal, signin form, Visitor visitor) {
        if (refusal.problem() == ProblemName.PASSWORD_EXPIRED) {
            typedName.keep(form.name());
            return Response.seeOther(URI.create("/changepassword?expired=true")).build();
        }
        Problem problem = refusal.problem(visitor);
        signin again = new signin(form.page(), form.then(), form.name(), problem, refusal.until(), false);
        return Response.fromResponse(refusal.answer(visitor, clock.instant()))
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(again.render())
                .build();
    }
}
