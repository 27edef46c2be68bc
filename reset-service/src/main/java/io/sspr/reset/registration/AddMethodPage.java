package io.sspr.reset.registration;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.page.Page;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everything that can be registered, and what of it counts for a reset. Source: R-REG-05 … R-REG-07. */
@Path("/ssprsetup/add")
@Produces(MediaType.TEXT_HTML)
public class AddMethodPage {
    private final BeginPageVisit beginPageVisit;

    AddMethodPage(BeginPageVisit beginPageVisit) {
        this.beginPageVisit = beginPageVisit;
    }

    public record add(Page page, Arrival arrival, RegistrationView view) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response look(@BeanParam Arrival arrival, @Context HttpHeaders headers) {
        PageVisit visit = beginPageVisit.begin(headers, arrival);
        return visit.show(view -> PageVisit.page(new add(visit.page(), arrival, view), null));
    }
}
