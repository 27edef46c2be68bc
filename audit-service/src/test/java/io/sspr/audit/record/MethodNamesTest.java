package io.sspr.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodNamesTest {
    @ParameterizedTest
    @CsvSource({
        "EMAIL, Alternate email",
        "MOBILE_PHONE, Mobile phone",
        "OFFICE_PHONE, Office phone",
        "SECURITY_QUESTIONS, Security questions",
        "APP_CODE, Mobile app",
        "APP_NOTIFICATION, Mobile app"
    })
    void areThoseOfTheReports_R_AUD_52(String method, String name) {
        assertThat(MethodNames.of(method)).isEqualTo(name);
    }

    @Test
    void areJoinedInTheOrderOfTheGates_R_AUD_52() {
        assertThat(MethodNames.join(List.of("SECURITY_QUESTIONS", "MOBILE_PHONE")))
                .isEqualTo("Security questions + Mobile phone");
        assertThat(MethodNames.join(List.of("EMAIL"))).isEqualTo("Alternate email");
    }

    @Test
    void nameTheAppOnce_R_MTH_24() {
        assertThat(MethodNames.join(List.of("APP_NOTIFICATION", "APP_CODE", "EMAIL")))
                .isEqualTo("Mobile app + Alternate email");
    }

    @Test
    void letAMethodOfTomorrowPass() {
        assertThat(MethodNames.of("FACE")).isEqualTo("FACE");
        assertThat(MethodNames.of(null)).isNull();
    }
}
