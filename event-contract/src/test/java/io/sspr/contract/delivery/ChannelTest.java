package io.sspr.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelTest {
    private static final Instant LATER = Instant.parse("2026-11-22T09:30:45Z");

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "SMS"})
    void carriesACodeAndNothingToApprove_R_PHN_08(Channel channel) {
        assertThat(code(channel).channel()).isEqualTo(channel);
        assertThatThrownBy(() -> approval(channel)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"VOICE", "PUSH"})
    void asksForApprovalAndCarriesNoCode_R_PHN_08_R_APP_03(Channel channel) {
        assertThat(approval(channel).channel()).isEqualTo(channel);
        assertThatThrownBy(() -> code(channel)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DeliverCode code(Channel channel) {
        return new DeliverCode(
                UUID.randomUUID(),
                "contoso",
                MessagePurpose.RESET,
                channel,
                "to",
                "en",
                "Contoso",
                null,
                "sealed",
                LATER);
    }

    private static AskApproval approval(Channel channel) {
        return new AskApproval(
                UUID.randomUUID(), "contoso", MessagePurpose.RESET, channel, "to", "en", "Contoso", LATER);
    }
}
