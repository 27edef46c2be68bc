package io.sspr.reset.admin;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.admin.ResetByAdmin.Result;
import io.sspr.reset.admin.ResetByAdmin.Wish;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.signin.PortalSignIn;
import io.sspr.reset.signin.Visitor;
import io.sspr.reset.throttle.LiftBlock;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One user, and what an administrator may do for them: another password, and an end to a lock or a block. Source: R-ACT-06, R-WB-34, R-WB-42, R-THR-06. */
@Path("/admin/users/{id}")
@Produces(MediaType.TEXT_HTML)
public class UserPage {
    private final OpenAdminPage openAdminPage;
    private final PortalSignIn portalSignIn;
    private final DescribeUser describeUser;
    private final ResetByAdmin resetByAdmin;
    private final UnlockByAdmin unlockByAdmin;
    private final LiftBlock liftBlock;

    UserPage(
            OpenAdminPage openAdminPage,
            PortalSignIn portalSignIn,
            DescribeUser describeUser,
            ResetByAdmin resetByAdmin,
            UnlockByAdmin unlockByAdmin,
            LiftBlock liftBlock) {
        this.openAdminPage = openAdminPage;
        this.portalSignIn = portalSignIn;
        this.describeUser = describeUser;
        this.resetByAdmin = resetByAdmin;
        this.unlockByAdmin = unlockByAdmin;
        this.liftBlock = liftBlock;
    }

    /**
     * @param problem why the password was not set, or the account not unlocked; null otherwise
     * @param done what has just been done; null otherwise
     */
    public record user(Page page, AdminPage admin, UserView user, Problem problem, Done done)
            implements TemplateInstance {}

    /** What the page says has been done. */
    public enum Done {
        PASSWORD_SET,
        ACCOUNT_UNLOCKED,
        BLOCK_LIFTED
    }

    /**
     * The only page that the password is ever on.
     *
     * @param generated the password that was made up
     */
    public record password(Page page, AdminPage admin, UserView user, String generated, boolean mustChange)
            implements TemplateInstance {
        /** A password would be a secret in the log. */
        @Override
        public String toString() {
            return "password[user=" + user.account().id() + "]";
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(
            @PathParam("id") UUID id, @QueryParam("done") String done, @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.USERS, headers);
        return new user(admin.page(), admin, found(admin, id), null, done(done));
    }

    /** What a form is answered with has an address that shows nothing by itself: whoever opens it again sees the user. */
    @GET
    @Path("{form: password|unlock|block}")
    @Operation(hidden = true)
    public Response lookAgain(@PathParam("id") UUID id) {
        return backTo(id);
    }

    /**
     * Sets the password, unless somebody else has, or this very form, since the page was shown.
     *
     * @param seen tells which password the administrator saw
     * @param newPassword for a password that is mastered on-premises; one that the cloud masters is made up
     */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reset(
            @PathParam("id") UUID id,
            @FormParam("seen") long seen,
            @FormParam("newPassword") String newPassword,
            @FormParam("mustChange") String mustChange,
            @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.USERS, headers);
        portalSignIn.holderOf(MayReset.ROLES);
        UserView user = found(admin, id);
        Page page = admin.page();
        if (seen != user.passwordVersion()) {
            return refused(admin, user, Problems.of(ProblemName.VERSION_OUTDATED, page.supportCode(), page.language()));
        }
        Visitor visitor = visitor(admin);
        Result result = resetByAdmin
                .reset(admin.caller(), wish(user, newPassword, mustChange != null), visitor)
                .await()
                .indefinitely();
        if (result instanceof Result.Refused refused) {
            return refused(admin, user, refused.why().problem(visitor));
        }
        Secret generated = ((Result.Done) result).generated();
        if (generated == null) {
            return backTo(id, Done.PASSWORD_SET);
        }
        TemplateInstance shown = new password(page.shownOnce(), admin, user, generated.reveal(), mustChange != null);
        return Response.ok(shown.render()).build();
    }

    /** Lets the user in again, with the password that they have. */
    @POST
    @Path("unlock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response unlock(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.USERS, headers);
        portalSignIn.holderOf(MayReset.ROLES);
        UserView user = found(admin, id);
        Visitor visitor = visitor(admin);
        return unlockByAdmin
                .unlock(admin.caller(), id.toString(), visitor)
                .await()
                .indefinitely()
                .map(why -> refused(admin, user, why.problem(visitor)))
                .orElseGet(() -> backTo(id, Done.ACCOUNT_UNLOCKED));
    }

    @POST
    @Path("block")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response lift(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.USERS, headers);
        String name = found(admin, id).account().userPrincipalName();
        liftBlock.lift(admin.tenant().id(), name, admin.caller().person());
        return backTo(id, Done.BLOCK_LIFTED);
    }

    private UserView found(AdminPage admin, UUID id) {
        return describeUser.describe(admin.tenant(), id, admin.caller()).orElseThrow(NotFoundException::new);
    }

    private static Visitor visitor(AdminPage admin) {
        Page page = admin.page();
        return new Visitor(
                page.supportCode(), page.language(), admin.caller().person().ipAddress());
    }

    private static Wish wish(UserView user, String newPassword, boolean mustChange) {
        boolean isTyped = user.account().kind().isManagedOnPremises() && newPassword != null && !newPassword.isEmpty();
        Secret typed = isTyped ? Secret.of(newPassword) : null;
        return new Wish(user.account().id().toString(), typed, mustChange, user.passwordVersion());
    }

    private static Response refused(AdminPage admin, UserView user, Problem problem) {
        return Response.status(problem.status())
                .entity(new user(admin.page(), admin, user, problem, null).render())
                .build();
    }

    private static Response backTo(UUID id, Done done) {
        return Response.seeOther(URI.create("/admin/users/" + id + "?done=" + done))
                .build();
    }

    private static Response backTo(UUID id) {
        return Response.seeOther(URI.create("/admin/users/" + id)).build();
    }

    /** Null for what we never say. */
    private static Done done(String name) {
        return name == null || !name.matches("PASSWORD_SET|ACCOUNT_UNLOCKED|BLOCK_LIFTED") ? null : Done.valueOf(name);
    }
}
