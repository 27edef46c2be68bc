package io.sspr.reset.directory;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.sspr.reset.admin.AdminPage;
import io.sspr.reset.admin.OpenAdminPage;
import io.sspr.reset.admin.Section;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Fault;
import io.sspr.reset.problem.Problem.FieldError;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.problem.UnreadableJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The import for people: a document is pasted, and every row that is wrong is named. It may hold passwords, so it is never shown again. */
@Path("/admin/import")
@Produces(MediaType.TEXT_HTML)
public class ImportPage {
    private final OpenAdminPage openAdminPage;
    private final ImportDirectory importDirectory;
    private final ObjectMapper json;

    ImportPage(OpenAdminPage openAdminPage, ImportDirectory importDirectory, ObjectMapper json) {
        this.openAdminPage = openAdminPage;
        this.importDirectory = importDirectory;
        this.json = json;
    }

    /** @param tried what came of a document; null before there was one */
    public record importing(Page page, AdminPage admin, Tried tried) implements TemplateInstance {}

    /**
     * What came of a document.
     *
     * @param errors why nothing was stored; empty if all was
     * @param warnings what was stored although something about it should be mended
     */
    public record Tried(List<FieldError> errors, List<FieldError> warnings, int groups, int accounts) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance empty(@Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.IMPORT, headers);
        return new importing(admin.page(), admin, null);
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Operation(hidden = true)
    public Response run(@FormParam("document") String document, @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(Section.IMPORT, headers);
        Tried tried = tried(admin, document == null ? "" : document);
        return Response.status(tried.errors().isEmpty() ? 200 : ProblemName.IMPORT_REJECTED.status())
                .entity(new importing(admin.page(), admin, tried).render())
                .build();
    }

    private Tried tried(AdminPage admin, String text) {
        try {
            ImportDocument document = json.readValue(text, ImportDocument.class);
            return document == null || document.tenant() == null
                    ? unread(admin, new Fault("tenant", "import.missing"))
                    : imported(admin, document);
        } catch (JacksonException e) {
            return unread(admin, UnreadableJson.fault(e));
        }
    }

    private Tried imported(AdminPage admin, ImportDocument document) {
        if (!admin.tenant().id().equals(document.tenant().id())) {
            throw new ForbiddenException();
        }
        ImportDirectory.Result result = importDirectory.run(document, Importer.of(admin.caller()));
        return new Tried(
                Problems.explain(result.errors(), admin.page().language()),
                Problems.explain(result.warnings(), admin.page().language()),
                result.groupCount(),
                result.accountCount());
    }

    private static Tried unread(AdminPage admin, Fault fault) {
        return new Tried(Problems.explain(List.of(fault), admin.page().language()), List.of(), 0, 0);
    }
}
