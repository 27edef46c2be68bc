package io.sspr.reset.gate;

import static io.sspr.reset.gate.Method.APP_CODE;
import static io.sspr.reset.gate.Method.APP_NOTIFICATION;
import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static io.sspr.reset.gate.Method.OFFICE_PHONE;
import static io.sspr.reset.gate.Method.SECURITY_QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.delivery.Channel;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.directory.TestTenants;
import io.sspr.reset.policy.TenantPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy that no tenant can change, and its exception for tenants that have only begun. */
class AdministratorsGatesTest {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-01");
    private static final Instant FIFTH_DAY = Instant.parse("2026-11-05T12:00:00Z");
    private static final Instant AFTER_A_YEAR = Instant.parse("2027-11-01T00:00:00Z");
    private static final TenantPolicy POLICY =
            TestDirectory.policy().methods(1, SECURITY_QUESTIONS).build();
    private static final Tenant PAYING = TestTenants.paying(POLICY);

    @Test
    void tenantsPolicyBindsUsersAndNotThem_R_ACT_02_R_ACT_01() {
        Means everything = Holdings.all();
        Account user = TestDirectory.account().build();

        assertThat(RequiredGates.of(user, everything, PAYING, AFTER_A_YEAR))
                .isEqualTo(new RequiredGates(1, List.of(SECURITY_QUESTIONS)));
        assertThat(administrator(everything, PAYING, AFTER_A_YEAR).required()).isEqualTo(2);
    }

    @Test
    void mailAppAndPhonesCountAndNothingElse_R_ADM_04_R_ADM_05() {
        assertThat(administrator(Holdings.all(), PAYING, AFTER_A_YEAR).usable())
                .containsExactly(APP_NOTIFICATION, APP_CODE, MOBILE_PHONE, OFFICE_PHONE, EMAIL);
    }

    @Test
    void securityQuestionsAreNeverEnough_R_SQ_01_R_ADM_04() {
        assertThat(administrator(Holdings.of(MOBILE_PHONE, SECURITY_QUESTIONS), PAYING, AFTER_A_YEAR)
                        .canBePassed())
                .isFalse();
        assertThat(administrator(Holdings.of(SECURITY_QUESTIONS), PAYING, AFTER_A_YEAR)
                        .usable())
                .isEmpty();
    }

    @Test
    void securityQuestionsAreNotEvenEnoughForBeginners_R_SQ_01_R_ADM_06() {
        assertThat(administrator(Holdings.of(SECURITY_QUESTIONS), trial(), FIFTH_DAY)
                        .usable())
                .isEmpty();
    }

    @Test
    void nobodyIsCalledWhereNothingIsPaid_R_ADM_04_R_PHN_09() {
        RequiredGates gates = administrator(Holdings.all(), trial(), AFTER_A_YEAR);

        assertThat(gates.required()).isEqualTo(2);
        assertThat(gates.usable()).doesNotContain(OFFICE_PHONE).contains(MOBILE_PHONE);
        assertThat(MOBILE_PHONE.channels(trial())).containsExactly(Channel.SMS);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z, 1", // day 0
        "2026-11-30T12:00:00Z, 1", // day 29
        "2026-12-01T00:00:00Z, 2" //  day 30
    })
    void oneGateIsEnoughInTheFirstThirtyDaysOfATrial_R_ADM_06(Instant now, int required) {
        RequiredGates gates = administrator(Holdings.of(EMAIL), trial(), now);

        assertThat(gates.required()).isEqualTo(required);
        assertThat(gates.canBePassed()).isEqualTo(required == 1);
    }

    @Test
    void exceptionDecidesFirstEvenWithACustomDomain_R_ADM_07() {
        assertThat(administrator(Holdings.of(EMAIL), trial(), FIFTH_DAY).canBePassed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, true", "MOBILE_PHONE, true", "APP_CODE, false", "SECURITY_QUESTIONS, false"})
    void singleGateOpensByMailOrPhone_R_ADM_06(Method method, boolean opens) {
        assertThat(administrator(Holdings.of(method), trial(), FIFTH_DAY).canBePassed())
                .isEqualTo(opens);
    }

    private static Tenant trial() {
        return TestTenants.onTrialSince(FIRST_DAY, POLICY);
    }

    private static RequiredGates administrator(Means means, Tenant tenant, Instant now) {
        Account admin = TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR).build();
        return RequiredGates.of(admin, means, tenant, now);
    }
}
