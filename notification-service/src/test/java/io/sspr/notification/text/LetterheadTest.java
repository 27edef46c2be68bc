package io.sspr.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Branding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterheadTest {
    private static final String LOGO = "https://www.contoso.example/logo.png?size=2&form=wide";

    @Test
    void isABarInTheColourAndTheLogoWithTheNameForThoseWhoDoNotSeeIt_R_CFG_26() {
        assertThat(new Letterhead("Contoso", new Branding(LOGO, "#0A58CA")).html())
                .contains("border-top:6px solid #0A58CA")
                .contains("<img src=\"https://www.contoso.example/logo.png?size=2&amp;form=wide\" alt=\"Contoso\"");
    }

    @Test
    void eitherMayBeMissing_R_CFG_26() {
        assertThat(new Letterhead("Contoso", new Branding(LOGO, null)).html())
                .contains("<img ")
                .doesNotContain("solid", "null");
        assertThat(new Letterhead("Contoso", new Branding(null, "#0A58CA")).html())
                .contains("#0A58CA")
                .doesNotContain("<img", "null");
    }

    @Test
    void withoutBrandingAMailLooksAsItsWordsDo_R_CFG_26() {
        assertThat(new Letterhead("Contoso", null).html()).isEmpty();
        assertThat(new Letterhead("Contoso", new Branding(null, null)).html()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.contoso.example/logo.png",
                "//www.contoso.example/logo.png",
                "javascript:alert(1)",
                "data:image/svg+xml,x",
                "https://",
                "https://www.contoso.example/a b.png",
                ""
            })
    void showsNoImageButOneByHttps_R_CFG_26(String logo) {
        assertThat(new Letterhead("Contoso", new Branding(logo, null)).html()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#0A58C", "#0A58CA;background:url(https://x.example)", "#0A58CA\"><p>", ""})
    void takesNothingButAColour_R_CFG_26(String colour) {
        assertThat(new Letterhead("Contoso", new Branding(null, colour)).html()).isEmpty();
    }

    @Test
    void nothingOfItCanBecomeMarkup_R_CFG_26() {
        String html = new Letterhead("\"><b>A&B</b>", new Branding("https://x.example/\"onerror='x'", null)).html();

        assertThat(html)
                .contains("alt=\"&quot;&gt;&lt;b&gt;A&amp;B&lt;/b&gt;\"", "&quot;onerror=&#39;x&#39;")
                .doesNotContain("<b>", "\"onerror");
    }
}
