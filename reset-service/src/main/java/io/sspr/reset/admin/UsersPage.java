package io.sspr.reset.admin;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.admin.ListUsers.UserList;
import io.sspr.reset.page.Page;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The tenant's users. What is searched for is a name, so it travels in forms and never in an address. */
@Path("/admin/users")
@Produces(MediaType.TEXT_HTML)
public class UsersPage {
    private static final int LONGEST_TEXT = 113;

    private final OpenAdminPage openAdminPage;
    private final ListUsers listUsers;

    UsersPage(OpenAdminPage openAdminPage, ListUsers listUsers) {
        this.openAdminPage = openAdminPage;
        this.listUsers = listUsers;
    }

    /**
     * @param searched what was searched for; empty for everybody
     * @param isFirst whether no users come before these
     */
    public record users(Page page, AdminPage admin, UserList list, String searched, boolean isFirst)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance everybody(@Context HttpHeaders headers) {
        return view(openAdminPage.in(Section.USERS, headers), "", null);
    }

    /** @param after the user that the page before ended with; null for the first page */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance search(
            @FormParam("name") String name, @FormParam("after") UUID after, @Context HttpHeaders headers) {
        return view(openAdminPage.in(Section.USERS, headers), searched(name), after);
    }

    private users view(AdminPage admin, String searched, UUID after) {
        return new users(admin.page(), admin, listUsers.list(admin.tenant(), searched, after), searched, after == null);
    }

    /** No more than the field takes: as much as a user principal name. */
    private static String searched(String name) {
        String text = name == null ? "" : name.strip();
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }
}
