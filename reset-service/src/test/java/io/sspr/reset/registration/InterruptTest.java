package io.sspr.reset.registration;

import static io.sspr.reset.registration.TestRegistration.NOW;
import static io.sspr.reset.registration.TestRegistration.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.registration.Interrupt.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptTest {
    private static final Optional<Instant> JUST_NOW = Optional.of(NOW);

    @Test
    void asksUntilEnoughIsRegistered_R_REG_12_R_CFG_12() {
        assertThat(interrupt("{}", false, JUST_NOW).reason()).isEqualTo(Reason.REGISTER);
        assertThat(interrupt("{}", true, JUST_NOW).due()).isFalse();
    }

    @Test
    void asksNobodyWhereRegistrationIsNotRequired_R_CFG_12() {
        String policy = "{'registrationRequired': false, 'reconfirmDays': 1}";

        assertThat(interrupt(policy, false, Optional.empty()).due()).isFalse();
        assertThat(interrupt(policy, true, Optional.of(Instant.EPOCH)).due()).isFalse();
        assertThat(Interrupt.reconfirmAt(policy(policy), JUST_NOW)).isEmpty();
    }

    @Test
    void mayBePutOffUnlessMultifactorSignInNeedsIt_R_REG_12() {
        TenantPolicy policy = policy("{}");

        assertThat(Interrupt.of(policy, false, false, JUST_NOW, NOW).dismissible())
                .isTrue();
        assertThat(Interrupt.of(policy, false, true, JUST_NOW, NOW).dismissible())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 180, 730})
    void asksToConfirmAfterExactlySoManyDays_R_REG_13_R_CFG_13(int days) {
        String policy = "{'reconfirmDays': %d}".formatted(days);
        Instant last = NOW.minus(Duration.ofHours(24L * days));

        assertThat(interrupt(policy, true, Optional.of(last)).reason()).isEqualTo(Reason.RECONFIRM);
        assertThat(interrupt(policy, true, Optional.of(last.plusMillis(1))).due())
                .isFalse();
        assertThat(Interrupt.reconfirmAt(policy(policy), Optional.of(last))).contains(NOW);
    }

    @Test
    void asksAtOnceWhoeverNeverConfirmed_R_REG_13() {
        assertThat(interrupt("{}", true, Optional.empty()).reason()).isEqualTo(Reason.RECONFIRM);
    }

    @Test
    void zeroDaysAreNever_R_CFG_13() {
        assertThat(interrupt("{'reconfirmDays': 0}", true, Optional.of(Instant.EPOCH))
                        .due())
                .isFalse();
        assertThat(interrupt("{'reconfirmDays': 0}", true, Optional.empty()).due())
                .isFalse();
    }

    @Test
    void missingDataComesBeforeConfirming_R_REG_12_R_REG_13() {
        assertThat(interrupt("{'reconfirmDays': 1}", false, Optional.of(Instant.EPOCH))
                        .reason())
                .isEqualTo(Reason.REGISTER);
    }

    private static Interrupt interrupt(String policy, boolean complete, Optional<Instant> confirmedAt) {
        return Interrupt.of(policy(policy), complete, false, confirmedAt, NOW);
    }
}
