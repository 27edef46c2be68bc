package io.sspr.reset.gate;

import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.policy.TenantPolicy;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredGatesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 1, false", "1, 1, true", "2, 1, true", "0, 2, false", "1, 2, false", "2, 2, true"})
    void canBePassedWithEnoughMethods_R_MTH_21(int filled, int required, boolean able) {
        // Given
        Account account = TestDirectory.account()
                .mobilePhone(filled > 0 ? TestDirectory.PHONE : null)
                .alternateEmail(filled > 1 ? TestDirectory.MAIL : null)
                .build();

        // When
        RequiredGates gates = gates(account, policy(required, EMAIL, MOBILE_PHONE));

        // Then
        assertThat(gates.required()).isEqualTo(required);
        assertThat(gates.usable()).hasSize(filled);
        assertThat(gates.canBePassed()).isEqualTo(able);
    }

    @Test
    void countsNoMethodThatThePolicyLeavesOut_R_MTH_20() {
        assertThat(gates(reachableBothWays(), policy(1, EMAIL)).usable()).containsExactly(EMAIL);
        assertThat(gates(reachableBothWays(), policy(1, MOBILE_PHONE)).usable()).containsExactly(MOBILE_PHONE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "4251234567", "+1 425-123-4567", "+14251234567"})
    void countsNoMethodWithoutWellFormedData_R_MTH_20_R_PHN_03(String phone) {
        Account account = TestDirectory.account()
                .mobilePhone(phone)
                .alternateEmail(TestDirectory.MAIL)
                .build();

        assertThat(gates(account, policy(2, EMAIL, MOBILE_PHONE)).usable()).containsExactly(EMAIL);
    }

    @Test
    void offersThePhoneBeforeTheMail() {
        assertThat(gates(reachableBothWays(), policy(1, EMAIL, MOBILE_PHONE)).usable())
                .containsExactly(MOBILE_PHONE, EMAIL);
    }

    @Test
    void needsNoRegistration_R_MTH_07() {
        Account prefilled =
                TestDirectory.account().mobilePhone(TestDirectory.PHONE).build();

        assertThat(gates(prefilled, policy(1, MOBILE_PHONE)).canBePassed()).isTrue();
    }

    @Test
    void areTwoForAdministratorsWhateverTheTenantSays_R_ADM_01_R_ADM_04() {
        Account admin = administrator().mobilePhone(TestDirectory.PHONE).build();

        RequiredGates gates = gates(admin, policy(1, MOBILE_PHONE));

        assertThat(gates.required()).isEqualTo(2);
        assertThat(gates.canBePassed()).isFalse();
    }

    @Test
    void areOpenToAdministratorsByMethodsThatTheTenantLeavesOut_R_ADM_05() {
        Account admin = administrator()
                .mobilePhone(TestDirectory.PHONE)
                .alternateEmail(TestDirectory.MAIL)
                .build();

        RequiredGates gates = gates(admin, policy(1, EMAIL));

        assertThat(gates.usable()).containsExactly(MOBILE_PHONE, EMAIL);
        assertThat(gates.canBePassed()).isTrue();
    }

    @Test
    void areTheUsersForReadOnlyRoles_R_ADM_03() {
        Account reader = TestDirectory.account()
                .roles("Reports Reader")
                .alternateEmail(TestDirectory.MAIL)
                .build();

        assertThat(gates(reader, policy(1, EMAIL)).canBePassed()).isTrue();
    }

    private static RequiredGates gates(Account account, TenantPolicy policy) {
        return RequiredGates.of(account, TestMethods.of(account), TestDirectory.tenant(policy), NOW);
    }

    private static TestDirectory.AccountBuilder administrator() {
        return TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR);
    }

    private static Account reachableBothWays() {
        return TestDirectory.account()
                .mobilePhone(TestDirectory.PHONE)
                .alternateEmail(TestDirectory.MAIL)
                .build();
    }

    private static TenantPolicy policy(int required, Method... enabled) {
        return TestDirectory.policy().methods(required, enabled).build();
    }
}
