package io.sspr.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.SettableClock;
import io.sspr.sandbox.directory.Directory;
import io.sspr.sandbox.keys.DemoKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldServerTest {
    @TempDir
    private Path keys;

    private final SettableClock clock = new SettableClock();
    private Directory directory;
    private Inbox inbox;
    private WorldServer server;
    private Web web;

    @BeforeEach
    void start() {
        InetAddress here = InetAddress.getLoopbackAddress();
        directory = Directory.start(here, 0, keys, "localhost", clock);
        inbox = Inbox.start(here, 0, clock);
        server = WorldServer.start(
                here,
                0,
                new FileRoutes(keys),
                new MessageRoutes(new Phone(clock), inbox),
                new DirectoryRoutes(directory));
        web = new Web(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        inbox.close();
        directory.close();
    }

    @Test
    void smsReachesThePhone() throws IOException, InterruptedException {
        assertThat(web.post("/sms", "{\"to\":\"+819012345678\",\"text\":\"コード 123456\"}")
                        .statusCode())
                .isEqualTo(202);
        web.post("/sms", "{\"to\":\"+14255550103\",\"text\":\"other\"}");

        JsonNode messages = web.json("/sms?to=%2B819012345678");

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).path("text").asText()).isEqualTo("コード 123456");
        assertThat(messages.get(0).path("at").asText()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(web.json("/sms?to=+81%2090-1234-5678")).isEqualTo(messages);
        assertThat(web.json("/sms")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"text\":\"x\"}",
                "{\"to\":\"+819012345678\"}",
                "{\"to\":\"+819012345678\",\"text\":\" \"}",
                "{\"to\":\"09012345678\",\"text\":\"x\"}",
                "{\"to\":\"+81 9012345678\",\"text\":\"x\"}"
            })
    void malformedSmsIsRefused(String body) throws IOException, InterruptedException {
        assertThat(web.post("/sms", body).statusCode()).isEqualTo(400);
        assertThat(web.json("/sms")).isEmpty();
    }

    @Test
    void carrierOfNumbersEndingInFourZeroesIsUnreachable() throws IOException, InterruptedException {
        assertThat(web.post("/sms", "{\"to\":\"+14255550000\",\"text\":\"x\"}").statusCode())
                .isEqualTo(503);
        assertThat(web.json("/sms")).isEmpty();
    }

    @Test
    void aSlowCarrierTakesMessagesAtOnceAndBringsThemLater() throws IOException, InterruptedException {
        assertThat(web.put("/carrier", "{\"delaySeconds\":12}").statusCode()).isEqualTo(204);

        assertThat(web.post("/sms", "{\"to\":\"+819012345678\",\"text\":\"x\"}").statusCode())
                .isEqualTo(202);
        clock.advance(Duration.ofSeconds(11));
        assertThat(web.json("/sms")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(web.json("/sms")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"delaySeconds\":-1}", "{\"delaySeconds\":3601}", "{\"delaySeconds\":\"12\"}"})
    void aCarrierIsNoSlowerThanAnHour(String body) throws IOException, InterruptedException {
        assertThat(web.put("/carrier", body).statusCode()).isEqualTo(400);
    }

    @Test
    void directoryGoesDownAndUp() throws IOException, InterruptedException {
        assertThat(web.put("/directory", "{\"up\":false}").statusCode()).isEqualTo(204);
        assertThat(directoryAnswers()).isFalse();

        assertThat(web.put("/directory", "{\"up\":true}").statusCode()).isEqualTo(204);
        assertThat(directoryAnswers()).isTrue();

        assertThat(web.put("/directory", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void directoryIsSeeded() throws IOException, InterruptedException {
        assertThat(web.post("/directory/seed", "").statusCode()).isEqualTo(204);
    }

    @Test
    void handsOutPublicKeysOnly() throws IOException, InterruptedException {
        DemoKeys.in(keys);

        assertThat(web.json("/keys/reset-signing.pub.jwk").path("alg").asText()).isEqualTo("ES256");
        assertThat(web.get("/keys/reset-signing.jwk").statusCode()).isEqualTo(404);
        assertThat(web.get("/keys/setup-token").statusCode()).isEqualTo(404);
        assertThat(web.get("/keys/code-hmac.jwk").statusCode()).isEqualTo(404);
        assertThat(web.get("/keys/nothing.pub.jwk").statusCode()).isEqualTo(404);
        assertThat(web.get("/keys/%2e%2e%2freset-signing.pub.jwk").statusCode()).isEqualTo(404);
    }

    @Test
    void pageNeedsNothingFromElsewhere() throws IOException, InterruptedException {
        HttpResponse<String> page = web.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"page.css\"", "src=\"page.js\"")
                .doesNotContain("//", "style=", "<style");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void scriptWritesNoHtml() throws IOException, InterruptedException {
        HttpResponse<String> script = web.get("/page.js");

        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(script.body()).contains("textContent").doesNotContain("innerHTML", "eval(", "http://", "https://");
    }

    @Test
    void styleIsAFileOfItsOwn() throws IOException, InterruptedException {
        HttpResponse<String> style = web.get("/page.css");

        assertThat(style.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(style.body()).contains("article").doesNotContain("url(", "@import");
    }

    @Test
    void nothingElseIsThere() throws IOException, InterruptedException {
        assertThat(web.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(web.get("/page.html").statusCode()).isEqualTo(404);
        assertThat(web.put("/sms", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void healthIsUp() throws IOException, InterruptedException {
        assertThat(web.json("/health").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void mailsAreAnEmptyListAtFirst() throws IOException, InterruptedException {
        assertThat(web.get("/mails?to=cleo@home.example").body()).isEqualTo("[]");
    }

    private boolean directoryAnswers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), directory.port()), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
