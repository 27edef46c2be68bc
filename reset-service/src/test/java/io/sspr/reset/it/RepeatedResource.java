package io.sspr.reset.it;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.sspr.reset.captcha.AddressLimit;
import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** One method for each way in which the service answers a POST; every call counts and is answered differently. */
@Path("/test/repeated")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RepeatedResource {
    private static final AtomicInteger TIMES = new AtomicInteger();
    private static volatile CountDownLatch wait = new CountDownLatch(1);

    public record Word(String word) {}

    public record Echo(String word, UUID id, Instant at) {
        static Echo of(Word word) {
            return new Echo(word.word(), UUID.randomUUID(), Instant.EPOCH);
        }
    }

    static void reset() {
        TIMES.set(0);
        wait = new CountDownLatch(1);
    }

    static int times() {
        return TIMES.get();
    }

    static void goOn() {
        wait.countDown();
    }

    @POST
    @Path("object")
    public Response object(Word word) {
        TIMES.incrementAndGet();
        return Response.created(URI.create("/test/repeated/" + UUID.randomUUID()))
                .header("Cache-Control", "no-store")
                .entity(Echo.of(word))
                .build();
    }

    @POST
    @Path("text")
    public String text(Word word) {
        TIMES.incrementAndGet();
        return "{\"id\":\"" + UUID.randomUUID() + "\"}";
    }

    @POST
    @Path("later")
    @Blocking
    public Uni<Response> later(Word word) {
        TIMES.incrementAndGet();
        return Uni.createFrom()
                .item(Echo.of(word))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(echo -> Response.accepted(echo)
                        .header("Preference-Applied", "wait=1")
                        .build());
    }

    @POST
    @Path("nothing")
    public void nothing(Word word) {
        TIMES.incrementAndGet();
    }

    @POST
    @Path("problem")
    public Response problem(Word word) {
        return problem(ProblemName.CODE_WRONG);
    }

    @POST
    @Path("failure")
    public Response failure(Word word) {
        TIMES.incrementAndGet();
        return Response.status(503).build();
    }

    @POST
    @Path("exception")
    public Response exception(Word word) {
        TIMES.incrementAndGet();
        throw new IllegalStateException("of the test");
    }

    @POST
    @Path("throttled")
    public Response throttled(Word word) {
        return problem(ProblemName.TOO_MANY_REQUESTS);
    }

    @POST
    @Path("slow")
    public Echo slow(Word word) throws InterruptedException {
        TIMES.incrementAndGet();
        wait.await();
        return Echo.of(word);
    }

    @GET
    @Path("limited")
    @AddressLimit
    public String limited() {
        return "{}";
    }

    private static Response problem(ProblemName name) {
        TIMES.incrementAndGet();
        return Problems.response(Problems.of(name, UUID.randomUUID(), Language.JA), Language.JA);
    }
}
