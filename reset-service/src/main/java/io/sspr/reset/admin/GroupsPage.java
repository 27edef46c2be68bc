package io.sspr.reset.admin;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.directory.BrowseGroups;
import io.sspr.reset.directory.GroupView;
import io.sspr.reset.page.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The tenant's groups and what they hand on. Source: R-LIC-01, R-CFG-03. */
@Path("/admin/groups")
@Produces(MediaType.TEXT_HTML)
public class GroupsPage {
    static final int PAGE = 25;

    private final OpenAdminPage openAdminPage;
    private final BrowseGroups browseGroups;

    GroupsPage(OpenAdminPage openAdminPage, BrowseGroups browseGroups) {
        this.openAdminPage = openAdminPage;
        this.browseGroups = browseGroups;
    }

    /**
     * @param next id of the group to go on after; null if these are the last ones
     */
    public record groups(Page page, AdminPage admin, List<GroupView> groups, String next, boolean isFirst)
            implements TemplateInstance {}

    /** @param after id of the group that the page before ended with; null for the first page */
    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@QueryParam("after") String after, @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.GROUPS, headers);
        String former = after == null ? null : after.replace("\0", "");
        List<GroupView> found = browseGroups.page(admin.tenant().id(), former, PAGE + 1);
        List<GroupView> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE ? shown.get(PAGE - 1).id() : null;
        return new groups(admin.page(), admin, shown, next, former == null);
    }
}
