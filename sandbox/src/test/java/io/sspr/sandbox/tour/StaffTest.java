package io.sspr.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.demo.DemoTenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a reset-service that lets in those with certain passwords, and takes down what is asked of it. */
class StaffTest {
    private final List<String> goodPasswords = new ArrayList<>(List.of(DemoTenant.ADMINISTRATOR_PASSWORD));
    private final List<String> resets = new ArrayList<>();
    private HttpServer resetService;
    private Staff staff;

    @BeforeEach
    void start() throws IOException {
        resetService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        resetService.createContext("/api/v1/signin", exchange -> {
            String body = body(exchange);
            boolean fits = goodPasswords.stream().anyMatch(good -> body.contains("\"" + good + "\""));
            answer(exchange, fits ? 200 : 401, "{\"accessToken\": \"a\"}");
        });
        resetService.createContext("/api/v1/admin/users", exchange -> {
            resets.add(exchange.getRequestURI().getPath() + " " + body(exchange));
            answer(exchange, 200, "{}");
        });
        resetService.start();
        URI address = URI.create("http://127.0.0.1:" + resetService.getAddress().getPort());
        staff = new Staff(address, address, "set-up");
    }

    @AfterEach
    void stop() {
        resetService.stop(0);
    }

    @Test
    void whoHasAnotherPasswordGetsTheFirstOneBackForGood() {
        staff.restorePassword(DemoAccounts.named("cleo"));

        assertThat(resets)
                .singleElement()
                .satisfies(reset -> assertThat(reset)
                        .startsWith("/api/v1/admin/users/cleo@contoso.example/reset-password ")
                        .contains("\"Demo-Copper-01!\"", "\"forceChangeAtNextSignIn\":false"));
    }

    @Test
    void whoHasTheFirstOneKeepsIt() {
        goodPasswords.add("Demo-Copper-01!");

        staff.restorePassword(DemoAccounts.named("cleo"));

        assertThat(resets).isEmpty();
    }

    /** Mastered on-premises, a guest, disabled. */
    @ParameterizedTest
    @ValueSource(strings = {"petra", "gus", "dina"})
    void nothingIsDoneForOthers(String name) {
        staff.restorePassword(DemoAccounts.named(name));

        assertThat(resets).isEmpty();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
