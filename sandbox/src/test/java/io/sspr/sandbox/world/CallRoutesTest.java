package io.sspr.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallRoutesTest {
    private final SettableClock clock = new SettableClock();
    private WorldServer server;
    private Web web;

    @BeforeEach
    void start() {
        server = WorldServer.start(InetAddress.getLoopbackAddress(), 0, new CallRoutes(new Calls(clock)));
        web = new Web(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void callRings() throws IOException, InterruptedException {
        assertThat(place("c1", "+819012345678")).isEqualTo(202);

        JsonNode call = web.json("/calls/c1");
        assertThat(call.path("state").asText()).isEqualTo("RINGING");
        assertThat(call.path("to").asText()).isEqualTo("+819012345678");
        assertThat(call.path("text").asText()).isEqualTo("シャープを押してください");
        assertThat(call.path("language").asText()).isEqualTo("ja");
        assertThat(call.path("at").asText()).isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void callIsPlacedOnceHoweverOftenItIsAskedFor() throws IOException, InterruptedException {
        place("c1", "+819012345678");
        web.put("/calls/c1", "{\"key\":\"#\"}");

        assertThat(place("c1", "+819012345678")).isEqualTo(202);

        assertThat(web.json("/calls")).hasSize(1);
        assertThat(state("c1")).isEqualTo("CONFIRMED");
    }

    @Test
    void callsAreListedByNumberNewestLast() throws IOException, InterruptedException {
        place("c1", "+819012345678");
        place("c2", "+14255550103");
        place("c3", "+819012345678");

        assertThat(web.json("/calls").findValuesAsText("id")).containsExactly("c1", "c2", "c3");
        assertThat(web.json("/calls?to=+81%2090-1234-5678").findValuesAsText("id"))
                .containsExactly("c1", "c3");
    }

    @Test
    void hashKeyConfirms_R_PHN_08() throws IOException, InterruptedException {
        place("c1", "+819012345678");

        assertThat(react("c1", "{\"key\":\"5\"}")).isEqualTo(204);
        assertThat(state("c1")).isEqualTo("RINGING");

        assertThat(react("c1", "{\"key\":\"#\"}")).isEqualTo(204);
        assertThat(state("c1")).isEqualTo("CONFIRMED");
    }

    @Test
    void hangingUpRejects() throws IOException, InterruptedException {
        place("c1", "+819012345678");

        assertThat(react("c1", "{\"hangUp\":true}")).isEqualTo(204);

        assertThat(state("c1")).isEqualTo("REJECTED");
        assertThat(react("c1", "{\"key\":\"#\"}")).isEqualTo(409);
    }

    @Test
    void phoneRingsForHalfAMinute_R_FLW_33() throws IOException, InterruptedException {
        place("c1", "+819012345678");
        clock.advance(Duration.ofSeconds(29));
        assertThat(state("c1")).isEqualTo("RINGING");

        clock.advance(Duration.ofSeconds(1));

        assertThat(state("c1")).isEqualTo("UNANSWERED");
        assertThat(react("c1", "{\"key\":\"#\"}")).isEqualTo(409);
    }

    @Test
    void nobodyAnswersNumbersEndingIn0001() throws IOException, InterruptedException {
        assertThat(place("c1", "+819012340001")).isEqualTo(202);

        assertThat(react("c1", "{\"key\":\"#\"}")).isEqualTo(409);
        assertThat(state("c1")).isEqualTo("RINGING");
    }

    @Test
    void carrierOfNumbersEndingInFourZeroesIsUnreachable() throws IOException, InterruptedException {
        assertThat(place("c1", "+819012340000")).isEqualTo(503);
        assertThat(web.json("/calls")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09012345678", "+81 9012345678", "+819012345678x12", ""})
    void onlyDialledNumbersAreCalled_R_PHN_04(String to) throws IOException, InterruptedException {
        assertThat(place("c1", to)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"key\":\"\"}", "{\"key\":\"##\"}", "{\"hangUp\":false}"})
    void reactionHasToBeOne(String body) throws IOException, InterruptedException {
        place("c1", "+819012345678");

        assertThat(react("c1", body)).isEqualTo(400);
    }

    @Test
    void unknownCallIsNotFound() throws IOException, InterruptedException {
        assertThat(web.get("/calls/c9").statusCode()).isEqualTo(404);
        assertThat(react("c9", "{\"hangUp\":true}")).isEqualTo(404);
    }

    private int place(String id, String to) throws IOException, InterruptedException {
        String body = "{\"id\":\"%s\",\"to\":\"%s\",\"text\":\"シャープを押してください\",\"language\":\"ja\"}";
        return web.post("/calls", body.formatted(id, to)).statusCode();
    }

    private int react(String id, String body) throws IOException, InterruptedException {
        return web.put("/calls/" + id, body).statusCode();
    }

    private String state(String id) throws IOException, InterruptedException {
        return web.json("/calls/" + id).path("state").asText();
    }
}
