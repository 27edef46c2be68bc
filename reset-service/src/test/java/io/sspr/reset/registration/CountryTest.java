package io.sspr.reset.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.problem.Language;
import org.junit.jupiter.api.Test;

class CountryTest {
    @Test
    void countriesAreNamedInTheUsersLanguage_R_PHN_02() {
        assertThat(Country.in(Language.JA)).contains(new Country("JP", "日本", 81));
        assertThat(Country.in(Language.EN))
                .contains(new Country("JP", "Japan", 81))
                .hasSizeGreaterThan(200);
    }

    @Test
    void everyCountryIsThereOnceAndHasACallingCode() {
        assertThat(Country.in(Language.EN))
                .allSatisfy(country -> assertThat(country.callingCode()).isPositive())
                .extracting(Country::code)
                .doesNotHaveDuplicates();
    }
}
