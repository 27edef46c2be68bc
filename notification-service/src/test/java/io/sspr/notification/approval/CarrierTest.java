package io.sspr.notification.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sspr.contract.delivery.AskApproval;
import io.sspr.contract.delivery.Channel;
import io.sspr.contract.delivery.MessagePurpose;
import io.sspr.notification.TestConfig;
import io.sspr.notification.TestGateway;
import io.sspr.notification.TestGateway.Posted;
import io.sspr.notification.delivery.Attempt;
import io.sspr.notification.delivery.Gateway;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Instant LATER = Instant.parse("2026-11-22T09:35:00Z");

    private final TestGateway gateway = new TestGateway(0);
    private final TestConfig config = TestConfig.gateway(gateway.port());
    private final Carrier carrier = new Carrier(new Gateway(new ObjectMapper(), config), config);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+81 312345678", "+81 312345678x4711", "+81 312345678X4711"})
    void callsOfficePhonesWithoutTheirExtension_R_PHN_04(String stored) {
        assertThat(carrier.place(asked(Channel.VOICE, stored, "ja"))).isEqualTo(Attempt.ACCEPTED);

        Posted call = gateway.posted().get(0);
        assertThat(call.path()).isEqualTo("/voice/calls");
        assertThat(call.text("to")).isEqualTo("+81312345678");
    }

    @ParameterizedTest
    @CsvSource({"ja, シャープ (#) キーを押してください", "en, 'press the hash key, #'"})
    void saysInTheUsersLanguageWhichKeyConfirms_R_PHN_08(String language, String words) {
        carrier.place(asked(Channel.VOICE, "+81 312345678", language));

        Posted call = gateway.posted().get(0);
        assertThat(call.text("text")).contains("Contoso", words);
        assertThat(call.text("language")).isEqualTo(language);
        assertThat(call.text("id")).isEqualTo(ID.toString());
        assertThat(call.document().size()).isEqualTo(4);
    }

    @Test
    void pushesToTheDevice_R_APP_03() {
        assertThat(carrier.place(asked(Channel.PUSH, "device-x7", "en"))).isEqualTo(Attempt.ACCEPTED);

        Posted push = gateway.posted().get(0);
        assertThat(push.path()).isEqualTo("/push/approvals");
        assertThat(push.text("id")).isEqualTo(ID.toString());
        assertThat(push.text("device")).isEqualTo("device-x7");
        assertThat(push.text("text")).contains("Contoso", "Approve only if it is you");
        assertThat(push.document().size()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "RESET, VOICE, en, password reset",
        "RESET, VOICE, ja, パスワード リセット",
        "RESET, PUSH, en, reset your password",
        "RESET, PUSH, ja, パスワードをリセット",
        "REGISTRATION, VOICE, en, to register this phone",
        "REGISTRATION, VOICE, ja, この電話をアカウントに登録",
        "REGISTRATION, PUSH, en, register this device",
        "REGISTRATION, PUSH, ja, このデバイスをアカウントに登録",
        "IDENTITY, VOICE, en, see its security info",
        "IDENTITY, VOICE, ja, セキュリティ情報を表示",
        "IDENTITY, PUSH, en, see its security info",
        "IDENTITY, PUSH, ja, セキュリティ情報を表示"
    })
    void saysWhatItIsFor_R_REG_14_R_REG_15(MessagePurpose purpose, Channel channel, String language, String words) {
        carrier.place(asked(purpose, channel, "+81 312345678", language));

        String text = gateway.posted().get(0).text("text");
        assertThat(text).contains("Contoso", words);
        if (purpose != MessagePurpose.RESET) {
            assertThat(text).doesNotContain("reset", "リセット");
        }
    }

    @Test
    void carrierMayBeUnreachable_R_ERR_95() {
        gateway.status(503);

        assertThat(carrier.place(asked(Channel.VOICE, "+81 312340000", "en"))).isEqualTo(Attempt.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "VOICE, RINGING, PENDING",
        "VOICE, CONFIRMED, APPROVED",
        "VOICE, REJECTED, DENIED",
        "VOICE, UNANSWERED, UNANSWERED",
        "PUSH, PENDING, PENDING",
        "PUSH, APPROVED, APPROVED",
        "PUSH, DENIED, DENIED",
        "PUSH, SOMETHING_NEW, UNKNOWN"
    })
    void tellsWhatBecameOfIt_R_PHN_08_R_APP_03(Channel channel, String state, Reply reply) {
        gateway.state(ID, state);

        assertThat(carrier.reply(channel, ID).join()).isEqualTo(reply);
    }

    @Test
    void carrierMayNotTell_R_FLW_33() {
        assertThat(carrier.reply(Channel.VOICE, ID).join()).isEqualTo(Reply.UNKNOWN);

        gateway.answer(ID, "[]");
        assertThat(carrier.reply(Channel.VOICE, ID).join()).isEqualTo(Reply.UNKNOWN);

        gateway.close();
        assertThat(carrier.reply(Channel.PUSH, ID).join()).isEqualTo(Reply.UNKNOWN);
    }

    private static AskApproval asked(Channel channel, String destination, String language) {
        return asked(MessagePurpose.RESET, channel, destination, language);
    }

    private static AskApproval asked(MessagePurpose purpose, Channel channel, String destination, String language) {
        return new AskApproval(ID, "contoso", purpose, channel, destination, language, "Contoso", LATER);
    }
}
