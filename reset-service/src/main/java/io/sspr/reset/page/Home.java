package io.sspr.reset.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whoever asks for nothing but the host has most likely forgotten a password. Source: R-FLW-01. */
@Path("/")
public class Home {
    @GET
    @Operation(hidden = true)
    public Response lead(@Context UriInfo address) {
        String query = address.getRequestUri().getRawQuery();
        // Set as it is, or the host that the request names would be put before it.
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, Portal.PASSWORD_RESET.address() + (query == null ? "" : "?" + query))
                .build();
    }
}
