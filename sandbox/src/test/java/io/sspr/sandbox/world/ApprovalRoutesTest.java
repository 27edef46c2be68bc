package io.sspr.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalRoutesTest {
    private WorldServer server;
    private Web web;

    @BeforeEach
    void start() {
        Approvals approvals = new Approvals(new SettableClock());
        server = WorldServer.start(InetAddress.getLoopbackAddress(), 0, new ApprovalRoutes(approvals));
        web = new Web(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void requestIsShownOnItsDevice_R_APP_03() throws IOException, InterruptedException {
        assertThat(ask("a1", "device-x7")).isEqualTo(202);

        JsonNode request = web.json("/approvals/a1");
        assertThat(request.path("state").asText()).isEqualTo("PENDING");
        assertThat(request.path("device").asText()).isEqualTo("device-x7");
        assertThat(request.path("text").asText()).isEqualTo("Is it you?");
        assertThat(request.path("at").asText()).isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void requestsAreListedByDeviceNewestLast() throws IOException, InterruptedException {
        ask("a1", "device-x7");
        ask("a2", "device-y8");
        ask("a3", "device-x7");

        assertThat(web.json("/approvals").findValuesAsText("id")).containsExactly("a1", "a2", "a3");
        assertThat(web.json("/approvals?device=device-x7").findValuesAsText("id"))
                .containsExactly("a1", "a3");
    }

    @ParameterizedTest
    @CsvSource({"true, APPROVED", "false, DENIED"})
    void personApprovesOrDeniesOnce_R_APP_03(boolean approve, String state) throws IOException, InterruptedException {
        ask("a1", "device-x7");

        assertThat(react("a1", "{\"approve\":" + approve + "}")).isEqualTo(204);

        assertThat(react("a1", "{\"approve\":true}")).isEqualTo(409);
        assertThat(ask("a1", "device-x7")).isEqualTo(202);
        assertThat(web.json("/approvals/a1").path("state").asText()).isEqualTo(state);
    }

    @Test
    void devicesEndingInFourZeroesAreUnreachable() throws IOException, InterruptedException {
        assertThat(ask("a1", "device-0000")).isEqualTo(503);
        assertThat(web.json("/approvals")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"id\":\"a1\",\"device\":\"device-x7\"}",
                "{\"id\":\"a1\",\"text\":\"x\"}",
                "{\"device\":\"device-x7\",\"text\":\"x\"}"
            })
    void malformedRequestIsRefused(String body) throws IOException, InterruptedException {
        assertThat(web.post("/approvals", body).statusCode()).isEqualTo(400);
    }

    @Test
    void reactionHasToBeOneToARequest() throws IOException, InterruptedException {
        ask("a1", "device-x7");

        assertThat(react("a1", "{\"approve\":\"yes\"}")).isEqualTo(400);
        assertThat(react("a9", "{\"approve\":true}")).isEqualTo(404);
        assertThat(web.get("/approvals/a9").statusCode()).isEqualTo(404);
    }

    private int ask(String id, String device) throws IOException, InterruptedException {
        String body = "{\"id\":\"%s\",\"device\":\"%s\",\"text\":\"Is it you?\",\"language\":\"en\"}";
        return web.post("/approvals", body.formatted(id, device)).statusCode();
    }

    private int react(String id, String body) throws IOException, InterruptedException {
        return web.put("/approvals/" + id, body).statusCode();
    }
}
