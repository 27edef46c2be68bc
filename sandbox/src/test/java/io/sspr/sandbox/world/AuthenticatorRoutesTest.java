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

class AuthenticatorRoutesTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final SettableClock clock = new SettableClock();
    private WorldServer server;
    private Web web;

    @BeforeEach
    void start() {
        server = WorldServer.start(
                InetAddress.getLoopbackAddress(), 0, new AuthenticatorRoutes(new Authenticators(clock)));
        web = new Web(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsTheCodeOfTheMoment_R_APP_02() throws IOException, InterruptedException {
        assertThat(enrol("device-x7", SECRET)).isEqualTo(204);

        assertThat(code("")).isEqualTo(Totp.of(SECRET).at(clock.instant()));
    }

    @Test
    void clockOfTheDeviceMayBeFastOrSlow_R_APP_02() throws IOException, InterruptedException {
        enrol("device-x7", SECRET);

        assertThat(code("?stepsAhead=1"))
                .isEqualTo(Totp.of(SECRET).at(clock.instant().plusSeconds(30)));
        assertThat(code("?stepsAhead=-1"))
                .isEqualTo(Totp.of(SECRET).at(clock.instant().minusSeconds(30)));
        assertThat(web.get("/authenticators/device-x7/code?stepsAhead=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void listsCodesAndNoSecrets() throws IOException, InterruptedException {
        enrol("device-x7", SECRET);
        clock.advance(Duration.ofSeconds(7));

        JsonNode displays = web.json("/authenticators");

        assertThat(displays).hasSize(1);
        assertThat(displays.get(0).path("device").asText()).isEqualTo("device-x7");
        assertThat(displays.get(0).path("account").asText()).isEqualTo("cleo@contoso.example");
        assertThat(displays.get(0).path("code").asText()).isEqualTo(code(""));
        assertThat(displays.get(0).path("validUntil").asText()).isEqualTo("2026-03-01T09:00:30Z");
        assertThat(displays.toString()).doesNotContain("secret", SECRET);
    }

    @Test
    void newSecretReplacesTheFormer() throws IOException, InterruptedException {
        enrol("device-x7", SECRET);

        enrol("device-x7", "MFRGGZDFMZTWQ2LK");

        assertThat(web.json("/authenticators")).hasSize(1);
        assertThat(code("")).isEqualTo(Totp.of("MFRGGZDFMZTWQ2LK").at(clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "not base32!", "01890189"})
    void secretHasToBeBase32(String secret) throws IOException, InterruptedException {
        assertThat(enrol("device-x7", secret)).isEqualTo(400);
        assertThat(enrol("", SECRET)).isEqualTo(400);
        assertThat(web.json("/authenticators")).isEmpty();
    }

    @Test
    void unknownDeviceIsNotFound() throws IOException, InterruptedException {
        assertThat(web.get("/authenticators/device-y8/code").statusCode()).isEqualTo(404);
    }

    private int enrol(String device, String secret) throws IOException, InterruptedException {
        String body = "{\"device\":\"%s\",\"secret\":\"%s\",\"account\":\"cleo@contoso.example\"}";
        return web.post("/authenticators", body.formatted(device, secret)).statusCode();
    }

    private String code(String query) throws IOException, InterruptedException {
        return web.json("/authenticators/device-x7/code" + query).path("code").asText();
    }
}
