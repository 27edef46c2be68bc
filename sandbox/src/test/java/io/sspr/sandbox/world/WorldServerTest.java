package io.sspr.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.sandbox.SettableClock;
import io.sspr.sandbox.directory.Directory;
import io.sspr.sandbox.keys.DemoKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path keys;

    private Directory directory;
    private Inbox inbox;
    private WorldServer server;

    @BeforeEach
    void start() {
        SettableClock clock = new SettableClock();
        InetAddress here = InetAddress.getLoopbackAddress();
        directory = Directory.start(here, 0, keys, "localhost", clock);
        inbox = Inbox.start(here, 0, clock);
        server = WorldServer.start(here, 0, directory, inbox, new Phone(clock), keys);
    }

    @AfterEach
    void stop() {
        server.close();
        inbox.close();
        directory.close();
    }

    @Test
    void smsReachesThePhone() throws IOException, InterruptedException {
        assertThat(post("/sms", "{\"to\":\"+819012345678\",\"text\":\"コード 123456\"}")
                        .statusCode())
                .isEqualTo(202);
        post("/sms", "{\"to\":\"+14255550103\",\"text\":\"other\"}");

        JsonNode messages = json("/sms?to=%2B819012345678");

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).path("text").asText()).isEqualTo("コード 123456");
        assertThat(messages.get(0).path("at").asText()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(json("/sms?to=+81%2090-1234-5678")).isEqualTo(messages);
        assertThat(json("/sms")).hasSize(2);
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
        assertThat(post("/sms", body).statusCode()).isEqualTo(400);
        assertThat(json("/sms")).isEmpty();
    }

    @Test
    void carrierOfNumbersEndingInFourZeroesIsUnreachable() throws IOException, InterruptedException {
        assertThat(post("/sms", "{\"to\":\"+14255550000\",\"text\":\"x\"}").statusCode())
                .isEqualTo(503);
        assertThat(json("/sms")).isEmpty();
    }

    @Test
    void directoryGoesDownAndUp() throws IOException, InterruptedException {
        assertThat(put("/directory", "{\"up\":false}").statusCode()).isEqualTo(204);
        assertThat(directoryAnswers()).isFalse();

        assertThat(put("/directory", "{\"up\":true}").statusCode()).isEqualTo(204);
        assertThat(directoryAnswers()).isTrue();

        assertThat(put("/directory", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void directoryIsSeeded() throws IOException, InterruptedException {
        assertThat(post("/directory/seed", "").statusCode()).isEqualTo(204);
    }

    @Test
    void handsOutPublicKeysOnly() throws IOException, InterruptedException {
        DemoKeys.in(keys);

        assertThat(json("/keys/reset-signing.pub.jwk").path("alg").asText()).isEqualTo("ES256");
        assertThat(get("/keys/reset-signing.jwk").statusCode()).isEqualTo(404);
        assertThat(get("/keys/setup-token").statusCode()).isEqualTo(404);
        assertThat(get("/keys/code-hmac.jwk").statusCode()).isEqualTo(404);
        assertThat(get("/keys/nothing.pub.jwk").statusCode()).isEqualTo(404);
        assertThat(get("/keys/%2e%2e%2freset-signing.pub.jwk").statusCode()).isEqualTo(404);
    }

    @Test
    void pageNeedsNothingFromElsewhere() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("textContent")
                .doesNotContain("innerHTML", "http://", "https://", "src=", "href=");
    }

    @Test
    void healthIsUp() throws IOException, InterruptedException {
        assertThat(json("/health").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void mailsAreAnEmptyListAtFirst() throws IOException, InterruptedException {
        assertThat(get("/mails?to=cleo@home.example").body()).isEqualTo("[]");
    }

    private boolean directoryAnswers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), directory.port()), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
