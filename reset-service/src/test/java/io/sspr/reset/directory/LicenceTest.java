package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LicenceTest {
    private static final Set<Licence> WITH_WRITEBACK = EnumSet.of(
            Licence.M365_BUSINESS_PREMIUM,
            Licence.M365_F1,
            Licence.M365_E3,
            Licence.M365_E5,
            Licence.EMS_E3,
            Licence.EMS_E5,
            Licence.ENTRA_P1,
            Licence.ENTRA_P2);

    @ParameterizedTest
    @EnumSource
    void everyPlanButTheFreeOneAllowsReset_R_LIC_02(Licence licence) {
        assertThat(licence.allowsReset()).isEqualTo(licence != Licence.FREE);
    }

    @ParameterizedTest
    @EnumSource
    void writebackTakesBusinessPremiumOrP1OrASuiteWithIt_R_LIC_02(Licence licence) {
        assertThat(licence.allowsWriteback()).isEqualTo(WITH_WRITEBACK.contains(licence));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "OFFICE_365_.*")
    void standaloneOfficePlansNeverIncludeWriteback_R_LIC_03(Licence licence) {
        assertThat(licence.allowsWriteback()).isFalse();
    }

    @Test
    void writebackIncludesReset_R_LIC_02() {
        assertThat(Licence.values()).filteredOn(Licence::allowsWriteback).allMatch(Licence::allowsReset);
    }
}
