package io.sspr.reset.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.TestTenants;
import io.sspr.reset.policy.TestPolicy;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {
    private static final double READABLE = 4.5;

    /** 4096 evenly spread ones, black and white among them. */
    private static Stream<String> colours() {
        return IntStream.range(0, 16 * 16 * 16)
                .mapToObj(number ->
                        String.format("#%1$X%1$X%2$X%2$X%3$X%3$X", number >> 8, number >> 4 & 15, number & 15));
    }

    @Test
    void whateverTheColourTheTextOnItCanBeRead() {
        assertThat(colours())
                .hasSize(4096)
                .allSatisfy(colour -> assertThat(contrast(colour, new Brand("Contoso", null, colour).onColour()))
                        .as(colour)
                        .isGreaterThanOrEqualTo(READABLE));
    }

    @ParameterizedTest
    @CsvSource({"'#000000', '#ffffff'", "'#1f5fbf', '#ffffff'", "'#ffd400', '#000000'", "'#FFFFFF', '#000000'"})
    void writesWhiteOnDarkAndBlackOnLight(String colour, String text) {
        assertThat(new Brand("Contoso", null, colour).onColour()).isEqualTo(text);
    }

    @Test
    void isTheOrganisationsNameLogoAndColour_R_CFG_26() {
        Brand brand = of("{'branding': {'logo': 'https://contoso.com:8443/logo.svg', 'colour': '#1F5FBF'}}");

        assertThat(brand.name()).isEqualTo("Contoso");
        assertThat(brand.colour()).isEqualTo("#1F5FBF");
        assertThat(brand.logoOrigin()).contains("https://contoso.com:8443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#12345g", "#1f5fbf;}*{}", "url(https://elsewhere.com)"})
    void putsNothingButAColourIntoTheStyleSheet_R_CFG_26(String colour) {
        assertThat(of("{'branding': {'colour': '" + colour + "'}}").colour()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x%3B%20frame-ancestors%20*%3B@evil.example/l.png",
                "http://contoso.com/l.png",
                "https://contoso.com/ l.png",
                "https:"
            })
    void anAddressThatNoPageMayPermitIsNoLogo_R_CFG_26(String logo) {
        Brand brand = of("{'branding': {'logo': '" + logo + "'}}");

        assertThat(brand.logo()).isNull();
        assertThat(brand.logoOrigin()).isEmpty();
    }

    @Test
    void permitsTheHostOfTheLogoAndNothingElse_R_CFG_26() {
        assertThat(of("{'branding': {'logo': 'HTTPS://contoso.com/a;b/l.png?c=*'}}")
                        .logoOrigin())
                .contains("https://contoso.com");
    }

    @Test
    void ofNobodyHasNoLogo() {
        assertThat(Brand.NONE.logoOrigin()).isEmpty();
    }

    private static Brand of(String settings) {
        return Brand.of(TestTenants.paying(TestPolicy.of(settings)));
    }

    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, weights.length)
                .mapToDouble(part ->
                        weights[part] * linear(Integer.parseInt(colour, 1 + 2 * part, 3 + 2 * part, 16) / 255.0))
                .sum();
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
