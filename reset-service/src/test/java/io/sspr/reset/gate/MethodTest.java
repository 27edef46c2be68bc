package io.sspr.reset.gate;

import static io.sspr.contract.delivery.Channel.EMAIL;
import static io.sspr.contract.delivery.Channel.PUSH;
import static io.sspr.contract.delivery.Channel.SMS;
import static io.sspr.contract.delivery.Channel.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.delivery.Channel;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestTenants;
import io.sspr.reset.policy.TenantPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodTest {
    private static final Tenant PAYING = TestTenants.paying(TenantPolicy.DEFAULT);
    private static final Tenant FREE = TestTenants.free(TenantPolicy.DEFAULT);

    @Test
    void mobilePhoneGetsATextOrACall_R_PHN_08() {
        assertThat(Method.MOBILE_PHONE.channels(PAYING)).containsExactly(SMS, VOICE);
        assertThat(Method.MOBILE_PHONE.channel()).contains(SMS);
    }

    @Test
    void officePhoneGetsACallOnly_R_PHN_08() {
        assertThat(Method.OFFICE_PHONE.channels(PAYING)).containsExactly(VOICE);
        assertThat(Method.OFFICE_PHONE.goesBy(Optional.of(SMS), PAYING)).isFalse();
    }

    @Test
    void nobodyIsCalledWhereNothingIsPaid_R_PHN_09() {
        assertThat(Method.MOBILE_PHONE.channels(FREE)).containsExactly(SMS);
        assertThat(Method.OFFICE_PHONE.channels(FREE)).isEmpty();
    }

    @Test
    void mailGoesByMailAndANotificationByPush_R_MTH_03_R_MTH_05() {
        assertThat(Method.EMAIL.channels(FREE)).containsExactly(EMAIL);
        assertThat(Method.APP_NOTIFICATION.channels(FREE)).containsExactly(PUSH);
    }

    @ParameterizedTest
    @EnumSource(names = {"APP_CODE", "SECURITY_QUESTIONS"})
    void nothingIsSentForWhatTheUserKnowsOrReads_R_MTH_04_R_MTH_05(Method method) {
        assertThat(method.channels(PAYING)).isEmpty();
        for (Channel channel : Channel.values()) {
            assertThat(method.goesBy(Optional.of(channel), PAYING)).isFalse();
        }
        assertThat(method.goesBy(Optional.empty(), PAYING)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void showsNothingOfItsDestinationButTheMask_R_PHN_07_R_EML_03(Method method) {
        String hint = method.destination(Holdings.all()).orElseThrow().hint();

        switch (method) {
            case MOBILE_PHONE -> assertThat(hint).isEqualTo("+* ********67");
            case OFFICE_PHONE -> assertThat(hint).isEqualTo("+* ********21");
            case EMAIL -> assertThat(hint).isEqualTo("al****@private.example");
            default -> assertThat(hint).isNull();
        }
    }

    @Test
    void safestIsShownFirst_R_REG_10() {
        assertThat(Method.values())
                .containsExactly(
                        Method.APP_NOTIFICATION,
                        Method.APP_CODE,
                        Method.MOBILE_PHONE,
                        Method.OFFICE_PHONE,
                        Method.EMAIL,
                        Method.SECURITY_QUESTIONS);
    }
}
