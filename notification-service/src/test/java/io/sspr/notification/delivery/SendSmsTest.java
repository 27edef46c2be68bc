package io.sspr.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.notification.TestConfig;
import io.sspr.notification.TestGateway;
import io.sspr.notification.TestGateway.Posted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendSmsTest {
    private final TestGateway gateway = new TestGateway(0);
    private final TestConfig config = TestConfig.gateway(gateway.port());
    private final SendSms sms = new SendSms(new Gateway(new ObjectMapper(), config), config);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "+1 4251234567, +14251234567",
        "+1 4251234567x123, +14251234567",
        "+1 4251234567X1, +14251234567",
        "+81 9012345678, +819012345678"
    })
    void dialsWithoutSpaceAndExtension_R_PHN_04(String stored, String dialled) {
        assertThat(DialledNumber.of(stored)).isEqualTo(dialled);
    }

    @Test
    void handsNumberAndTextToTheGateway_R_PHN_04() {
        assertThat(sms.send("+1 4251234567x123", "コード: \"012345\"")).isEqualTo(Attempt.ACCEPTED);

        Posted sent = gateway.posted().get(0);
        assertThat(sent.path()).isEqualTo("/messages");
        assertThat(sent.text("to")).isEqualTo("+14251234567");
        assertThat(sent.text("text")).isEqualTo("コード: \"012345\"");
        assertThat(sent.document().size()).isEqualTo(2);
    }
}
