package io.sspr.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.sspr.notification.TestConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendSmsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<byte[]> body = new AtomicReference<>();
    private volatile int status = 202;
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/messages", exchange -> {
            body.set(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "+1 4251234567, +14251234567",
        "+1 4251234567x123, +14251234567",
        "+1 4251234567X1, +14251234567",
        "+81 9012345678, +819012345678"
    })
    void dialsWithoutSpaceAndExtension_R_PHN_04(String stored, String dialled) {
        assertThat(SendSms.dialled(stored)).isEqualTo(dialled);
    }

    @Test
    void handsNumberAndTextToTheGateway_R_PHN_04() throws IOException {
        assertThat(sms().send("+1 4251234567x123", "コード: \"012345\"")).isEqualTo(Attempt.ACCEPTED);

        JsonNode sent = JSON.readTree(body.get());
        assertThat(sent.get("to").asText()).isEqualTo("+14251234567");
        assertThat(sent.get("text").asText()).isEqualTo("コード: \"012345\"");
        assertThat(sent.size()).isEqualTo(2);
    }

    @Test
    void tellsWhatTheGatewaySaid_R_ERR_95() {
        status = 400;
        assertThat(sms().send("+1 4251234567", "text")).isEqualTo(Attempt.REJECTED);

        status = 503;
        assertThat(sms().send("+1 4251234567", "text")).isEqualTo(Attempt.UNREACHABLE);
    }

    @Test
    void gatewayThatIsDownIsUnreachable_R_ERR_95() {
        SendSms sms = sms();
        gateway.stop(0);

        assertThat(sms.send("+1 4251234567", "text")).isEqualTo(Attempt.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void twoHundredsAreYes_R_ERR_95(int answer) {
        assertThat(SendSms.judge(answer)).isEqualTo(Attempt.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void fourHundredsAreNo_R_ERR_95(int answer) {
        assertThat(SendSms.judge(answer)).isEqualTo(Attempt.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 302})
    void everythingElseMayBeBetterLater_R_ERR_95(int answer) {
        assertThat(SendSms.judge(answer)).isEqualTo(Attempt.UNREACHABLE);
    }

    private SendSms sms() {
        String address = "http://localhost:" + gateway.getAddress().getPort() + "/messages";
        return new SendSms(JSON, TestConfig.sms(URI.create(address)));
    }
}
