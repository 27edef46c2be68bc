package io.sspr.reset.session;

import io.quarkus.qute.TemplateInstance;
import io.sspr.contract.SsprCode;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How a reset ends, and the wait for the agent before it. Source: R-FLW-11, R-FLW-13, R-ERR-40 … R-ERR-43. */
@Path("/passwordreset")
@Produces(MediaType.TEXT_HTML)
public class ResultPages {
    private static final Set<String> PASSING =
            Set.of(ProblemName.SESSION_EXPIRED.code(), SsprCode.ON_PREMISES_CONNECTIVITY_ERROR.code());

    private final CancelReset cancelReset;
    private final Walks walks;

    ResultPages(CancelReset cancelReset, Walks walks) {
        this.cancelReset = cancelReset;
        this.walks = walks;
    }

    /** The agent has been asked. */
    public record writing(Page page, boolean unlocks) implements TemplateInstance {}

    public record succeeded(Page page, boolean unlocked) implements TemplateInstance {}

    /** @param mayBeginAgain whether that may help: no more time, or no way to the organisation just now. Source: R-ERR-40 */
    public record refused(Page page, Problem problem, boolean mayBeginAgain) implements TemplateInstance {
        static refused of(Page page, Problem problem) {
            return new refused(page, problem, PASSING.contains(problem.code()));
        }
    }

    /** The user gave up, or is no longer somebody who may reset. */
    public record cancelled(Page page) implements TemplateInstance {}

    @GET
    @Path("result")
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers) {
        return walks.show(headers, WalkStep.RESULT, ResultPages::page);
    }

    /** Asked every second while the agent is at work. */
    @GET
    @Path("result/news")
    @Operation(hidden = true)
    public Response news(@Context HttpHeaders headers) {
        return walks.news(
                headers,
                walk -> walk.view().state() == StateName.WRITEBACK_PENDING
                        ? Optional.of(Response.noContent().build())
                        : Optional.empty());
    }

    @GET
    @Path("cancel")
    @Operation(hidden = true)
    public Response goOn(@Context HttpHeaders headers) {
        return walks.goOn(headers);
    }

    /** What came of it, the next page shows: a reset that has ended, or can no longer be stopped. */
    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response cancel(@BeanParam ResetForm form, @Context HttpHeaders headers) {
        walks.walk(headers)
                .filter(walk -> form.isOf(walk.session()))
                .ifPresent(walk -> cancelReset.cancel(walk.session().id()));
        return walks.goOn(headers);
    }

    private static TemplateInstance page(Walk walk) {
        Page page = walk.page();
        boolean unlocks = walk.session().operation() == WritebackRequest.Operation.UNLOCK;
        return switch (walk.view().state()) {
            case WRITEBACK_PENDING -> new writing(page, unlocks);
            case SUCCEEDED -> new succeeded(page, unlocks);
            case REFUSED, BLOCKED -> refused.of(page, walk.view().problem());
            case CANCELLED -> new cancelled(page);
            case GATES_OPEN, PASSWORD_OPEN, ABANDONED ->
                refused.of(page, Problems.of(ProblemName.SESSION_EXPIRED, page.supportCode(), page.language()));
        };
    }
}
