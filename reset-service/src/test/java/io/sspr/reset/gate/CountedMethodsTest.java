package io.sspr.reset.gate;

import static io.sspr.reset.gate.Method.APP_CODE;
import static io.sspr.reset.gate.Method.APP_NOTIFICATION;
import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static io.sspr.reset.gate.Method.OFFICE_PHONE;
import static io.sspr.reset.gate.Method.SECURITY_QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.directory.TestTenants;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.policy.TenantPolicy.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of the things that users hold count, and for how many gates. */
class CountedMethodsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");

    @Test
    void answersOpenAGate_R_MTH_04() {
        assertThat(gates(Holdings.of(SECURITY_QUESTIONS), 1, SECURITY_QUESTIONS).canBePassed())
                .isTrue();
        assertThat(gates(Holdings.of(), 1, SECURITY_QUESTIONS).usable()).isEmpty();
    }

    @Test
    void appOpensAGate_R_MTH_05() {
        assertThat(gates(Holdings.of(APP_CODE), 1, APP_CODE).canBePassed()).isTrue();
        assertThat(gates(Holdings.of(), 2, APP_CODE, APP_NOTIFICATION).usable()).isEmpty();
    }

    @Test
    void noMethodUsesAnAlternatePhone_R_MTH_06() {
        assertThat(Method.values()).filteredOn(Method::isPhone).containsExactly(MOBILE_PHONE, OFFICE_PHONE);
    }

    @Test
    void mobileAndOfficePhoneAreTwo_R_MTH_22() {
        RequiredGates gates = gates(Holdings.of(MOBILE_PHONE, OFFICE_PHONE), 2, MOBILE_PHONE, OFFICE_PHONE);

        assertThat(gates.usable()).containsExactly(MOBILE_PHONE, OFFICE_PHONE);
        assertThat(gates.canBePassed()).isTrue();
    }

    @Test
    void textAndCallToOnePhoneAreOne_R_MTH_23() {
        Means onePhone = Holdings.of(MOBILE_PHONE);

        assertThat(MOBILE_PHONE.channels(TestTenants.paying(policy(2, MOBILE_PHONE))))
                .hasSize(2);
        assertThat(gates(onePhone, 2, MOBILE_PHONE, EMAIL).canBePassed()).isFalse();
    }

    @Test
    void bothWaysToUseTheAppAreOne_R_MTH_24() {
        RequiredGates gates = gates(Holdings.of(APP_CODE, APP_NOTIFICATION), 2, APP_CODE, APP_NOTIFICATION, EMAIL);

        assertThat(gates.usable()).containsExactly(APP_NOTIFICATION, APP_CODE);
        assertThat(gates.canBePassed()).isFalse();
        assertThat(APP_CODE.isSameAs(APP_NOTIFICATION)).isTrue();
    }

    @Test
    void appAndAnotherMethodAreTwo_R_MTH_24() {
        assertThat(gates(Holdings.of(APP_NOTIFICATION, EMAIL), 2, APP_NOTIFICATION, EMAIL)
                        .canBePassed())
                .isTrue();
    }

    @Test
    void nothingElseIsTheSame_R_MTH_22() {
        for (Method one : Method.values()) {
            for (Method other : Method.values()) {
                assertThat(one.isSameAs(other)).isEqualTo(one == other || (one.isApp() && other.isApp()));
            }
        }
    }

    @Test
    void notificationOpensNoSingleGate_R_CFG_08() {
        RequiredGates gates =
                gates(Holdings.of(APP_CODE, APP_NOTIFICATION, EMAIL), 1, APP_CODE, APP_NOTIFICATION, EMAIL);

        assertThat(gates.usable()).containsExactly(APP_CODE, EMAIL);
    }

    @Test
    void notificationOpensOneOfTwoGates_R_CFG_08() {
        assertThat(gates(Holdings.of(APP_NOTIFICATION), 2, APP_NOTIFICATION, EMAIL)
                        .usable())
                .containsExactly(APP_NOTIFICATION);
    }

    @Test
    void policyOfNotificationsAloneLetsNobodyThroughASingleGate_R_CFG_08_R_CHK_05() {
        assertThat(RequiredGates.canBePassedBySomebody(TestTenants.paying(policy(1, APP_NOTIFICATION))))
                .isFalse();
        assertThat(RequiredGates.canBePassedBySomebody(TestTenants.paying(policy(1, APP_CODE))))
                .isTrue();
    }

    @Test
    void policyOfTheAppAloneLetsNobodyThroughTwoGates_R_MTH_24_R_CHK_05() {
        assertThat(RequiredGates.canBePassedBySomebody(TestTenants.paying(policy(2, APP_CODE, APP_NOTIFICATION))))
                .isFalse();
        assertThat(RequiredGates.canBePassedBySomebody(TestTenants.paying(policy(2, APP_CODE, EMAIL))))
                .isTrue();
    }

    @Test
    void deskPhonesOfWhoPaysNothingCannotBeCalled_R_PHN_09() {
        Means phones = Holdings.of(MOBILE_PHONE, OFFICE_PHONE);
        TenantPolicy policy = policy(1, MOBILE_PHONE, OFFICE_PHONE);

        assertThat(user(phones, TestTenants.free(policy)).usable()).containsExactly(MOBILE_PHONE);
        assertThat(user(phones, TestTenants.onTrialSince(LONG_AGO, policy)).usable())
                .containsExactly(MOBILE_PHONE);
        assertThat(user(phones, TestTenants.paying(policy)).usable()).containsExactly(MOBILE_PHONE, OFFICE_PHONE);
    }

    @Test
    void policyOfDeskPhonesAloneLetsNobodyOfATrialThrough_R_PHN_09_R_CHK_05() {
        assertThat(RequiredGates.canBePassedBySomebody(TestTenants.free(policy(1, OFFICE_PHONE))))
                .isFalse();
    }

    @Test
    void asksTwiceAsMuchAsSoonAsTheTenantDoes_R_MTH_26() {
        Means mail = Holdings.of(EMAIL);

        assertThat(gates(mail, 1, EMAIL, MOBILE_PHONE).canBePassed()).isTrue();
        assertThat(gates(mail, 2, EMAIL, MOBILE_PHONE).canBePassed()).isFalse();
        assertThat(gates(mail, 1, MOBILE_PHONE).canBePassed()).isFalse();
        assertThat(gates(mail, 1, EMAIL, MOBILE_PHONE).canBePassed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void scopeAndItsGroupDoNotTouchWhatWasRegistered_R_CFG_04(Scope scope) {
        for (String group : new String[] {null, "staff", "shop"}) {
            TenantPolicy policy = TestDirectory.policy()
                    .scope(scope)
                    .group(group)
                    .methods(2, Method.values())
                    .build();

            assertThat(Set.copyOf(
                            user(Holdings.all(), TestTenants.paying(policy)).usable()))
                    .isEqualTo(Set.of(Method.values()));
        }
    }

    private static RequiredGates gates(Means means, int required, Method... enabled) {
        return user(means, TestTenants.paying(policy(required, enabled)));
    }

    private static RequiredGates user(Means means, Tenant tenant) {
        return RequiredGates.of(TestDirectory.account().build(), means, tenant, NOW);
    }

    private static TenantPolicy policy(int required, Method... enabled) {
        return TestDirectory.policy().methods(required, enabled).build();
    }
}
