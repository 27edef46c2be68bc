package io.sspr.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessagePurposeTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Instant LATER = Instant.parse("2026-11-22T09:30:45Z");

    @Test
    void aCodeIsSealedForOnePurpose_R_REG_14_R_REG_15() {
        assertThat(Arrays.stream(MessagePurpose.values())
                        .map(purpose -> code(purpose).sealContext()))
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutAPurposeNobodyIsWrittenToOrCalled() {
        assertThatThrownBy(() -> code(null)).hasMessage("purpose");
        assertThatThrownBy(() -> new AskApproval(ID, "contoso", null, Channel.PUSH, "to", "en", "Contoso", LATER))
                .hasMessage("purpose");
    }

    private static DeliverCode code(MessagePurpose purpose) {
        return new DeliverCode(ID, "contoso", purpose, Channel.SMS, "to", "en", "Contoso", null, "sealed", LATER);
    }
}
