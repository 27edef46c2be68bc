package io.sspr.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.notification.TestConfig;
import io.sspr.notification.TestGateway;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private final TestGateway server = new TestGateway(0);
    private final TestConfig config = TestConfig.gateway(server.port());
    private final Gateway gateway = new Gateway(new ObjectMapper(), config);
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhatTheGatewaySaid_R_ERR_95() {
        assertThat(post()).isEqualTo(Attempt.ACCEPTED);

        server.status(400);
        assertThat(post()).isEqualTo(Attempt.REJECTED);

        server.status(503);
        assertThat(post()).isEqualTo(Attempt.UNREACHABLE);
    }

    @Test
    void gatewayThatIsDownIsUnreachable_R_ERR_95() {
        server.close();

        assertThat(post()).isEqualTo(Attempt.UNREACHABLE);
        assertThat(gateway.get(question()).join()).isEmpty();
    }

    @Test
    void fetchesWhatTheGatewayAnswers() {
        server.answer(id, "{\"state\":\"RINGING\"}");

        assertThat(gateway.get(question()).join().orElseThrow().path("state").asText())
                .isEqualTo("RINGING");
    }

    @Test
    void nothingFoundIsNoAnswer_R_ERR_95() {
        assertThat(gateway.get(question()).join()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoAnswer_R_ERR_95() {
        server.answer(id, "<html>");

        assertThat(gateway.get(question()).join()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void twoHundredsAreYes_R_ERR_95(int answer) {
        assertThat(Gateway.judge(answer)).isEqualTo(Attempt.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void fourHundredsAreNo_R_ERR_95(int answer) {
        assertThat(Gateway.judge(answer)).isEqualTo(Attempt.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 302})
    void everythingElseMayBeBetterLater_R_ERR_95(int answer) {
        assertThat(Gateway.judge(answer)).isEqualTo(Attempt.UNREACHABLE);
    }

    private Attempt post() {
        return gateway.post(config.smsUrl(), Map.of("text", "words"));
    }

    private URI question() {
        return config.pushUrl().resolve(id.toString());
    }
}
