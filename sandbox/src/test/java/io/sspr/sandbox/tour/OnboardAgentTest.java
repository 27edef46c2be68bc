package io.sspr.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sspr.sandbox.CannotStartException;
import io.sspr.sandbox.demo.DemoTenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a reset-service that knows of agents only what it is told here. */
class OnboardAgentTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final String ONE = "[{\"name\": \"agent-1\"}]";

    private final List<String> handedOver = new ArrayList<>();
    private volatile String status;
    private volatile String agents = "[]";
    private HttpServer resetService;

    @BeforeEach
    void start() throws IOException {
        resetService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        resetService.createContext("/api/v1/signin", exchange -> answer(exchange, 200, "{\"accessToken\": \"a\"}"));
        resetService.createContext(
                "/api/v1/admin/agents",
                exchange -> answer(exchange, 200, "{\"status\": \"" + status + "\", \"agents\": " + agents + "}"));
        resetService.createContext(
                "/api/v1/admin/agents/onboarding-tokens",
                exchange -> answer(exchange, 201, "{\"token\": \"good-once\"}"));
        resetService.start();
    }

    @AfterEach
    void stop() {
        resetService.stop(0);
    }

    @Test
    void nothingIsDoneForAnAgentThatIsUp() {
        agents = ONE;
        status = "UP";

        onboard(handedOver::add);

        assertThat(handedOver).isEmpty();
    }

    @Test
    void anUnknownAgentIsHandedATokenAndWaitedFor_R_WB_20() {
        status = "NOT_CONFIGURED";

        onboard(token -> {
            handedOver.add(token);
            status = "UP";
        });

        assertThat(handedOver).containsExactly("good-once");
    }

    @Test
    void anAgentThatIsSilentForTooLongMayHaveLostItsKeys() {
        agents = ONE;
        status = "CANNOT_CONNECT";

        onboard(token -> {
            handedOver.add(token);
            status = "UP_AGENT_OUTDATED";
        });

        assertThat(handedOver).containsExactly("good-once");
    }

    @Test
    void anAgentWithAFaultIsNoUnknownOne() {
        agents = ONE;
        status = "NOT_CONFIGURED";

        OnboardAgent patient = onboarding(handedOver::add, Duration.ofSeconds(30));
        CompletableFuture.runAsync(() -> status = "UP");
        patient.onboard(DemoTenant.CONTOSO);

        assertThat(handedOver).isEmpty();
    }

    @Test
    void saysHowTheAgentIsIfItDoesNotComeUp() {
        status = "NOT_CONFIGURED";

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> onboard(handedOver::add))
                .withMessageContainingAll("contoso", "NOT_CONFIGURED")
                .withMessageNotContaining("good-once");
    }

    private void onboard(Consumer<String> handOver) {
        onboarding(handOver, AT_ONCE).onboard(DemoTenant.CONTOSO);
    }

    private OnboardAgent onboarding(Consumer<String> handOver, Duration beatsWithin) {
        URI address = URI.create("http://localhost:" + resetService.getAddress().getPort());
        Staff staff = new Staff(address, address, "setup");
        return new OnboardAgent(staff, handOver, beatsWithin, AT_ONCE);
    }

    private static void answer(HttpExchange exchange, int code, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
