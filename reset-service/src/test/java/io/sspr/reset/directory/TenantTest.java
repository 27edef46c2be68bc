package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Branding;
import io.sspr.reset.directory.Tenant.Plan;
import io.sspr.reset.policy.TenantPolicy;
import io.sspr.reset.policy.TestPolicy;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantTest {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-01");

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z,     true", //  day 0
        "2026-11-30T00:00:00Z,     true", //  day 29
        "2026-11-30T23:59:59.999Z, true",
        "2026-12-01T00:00:00Z,     false", // day 30
        "2027-11-01T00:00:00Z,     false"
    })
    void isABeginnerInTheFirstThirtyDaysOfItsTrial_R_ADM_06(Instant now, boolean beginner) {
        assertThat(tenant(Plan.TRIAL, FIRST_DAY, true, true).isBeginnerAt(now)).isEqualTo(beginner);
    }

    @Test
    void mailsWearItsLogoAndColourIfItHasAny_R_CFG_26() {
        assertThat(branded("{'branding': {'logo': 'https://contoso.com/l.png', 'colour': '#1F5FBF'}}"))
                .isEqualTo(new Branding("https://contoso.com/l.png", "#1F5FBF"));
        assertThat(branded("{'branding': {'colour': '#1F5FBF'}}")).isEqualTo(new Branding(null, "#1F5FBF"));
        assertThat(branded("{}")).isNull();
    }

    private static Branding branded(String settings) {
        return TestTenants.paying(TestPolicy.of(settings)).branding();
    }

    @ParameterizedTest
    @CsvSource({"false, false, true", "true, false, false", "false, true, false", "true, true, false"})
    void isABeginnerWithoutOwnDomainAndWithoutSynchronisation_R_ADM_06(
            boolean customDomain, boolean sync, boolean beginner) {
        Instant longAfter = Instant.parse("2027-11-01T00:00:00Z");

        assertThat(tenant(Plan.PAID, null, customDomain, sync).isBeginnerAt(longAfter))
                .isEqualTo(beginner);
        assertThat(tenant(Plan.TRIAL, FIRST_DAY, customDomain, sync).isBeginnerAt(longAfter))
                .isEqualTo(beginner);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void trialDecidesFirst_R_ADM_07(boolean customDomain, boolean sync) {
        Instant fifthDay = Instant.parse("2026-11-05T12:00:00Z");

        assertThat(tenant(Plan.TRIAL, FIRST_DAY, customDomain, sync).isBeginnerAt(fifthDay))
                .isTrue();
    }

    @Test
    void paysForItsFormerTrialAndIsNoBeginner_R_ADM_06() {
        assertThat(tenant(Plan.PAID, FIRST_DAY, true, false).isBeginnerAt(Instant.parse("2026-11-02T00:00:00Z")))
                .isFalse();
    }

    @Test
    void trialWithoutAKnownFirstDayIsOver_R_ADM_06() {
        assertThat(tenant(Plan.TRIAL, null, true, false).isBeginnerAt(Instant.parse("2026-11-02T00:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PAID, true", "TRIAL, false", "FREE, false"})
    void onlyWhoPaysMayCall_R_PHN_09(Plan plan, boolean mayCall) {
        assertThat(tenant(plan, null, true, true).mayCall()).isEqualTo(mayCall);
    }

    private static Tenant tenant(Plan plan, LocalDate trial, boolean customDomain, boolean sync) {
        return TestTenants.tenant(TenantPolicy.DEFAULT, plan, trial, customDomain, sync);
    }
}
