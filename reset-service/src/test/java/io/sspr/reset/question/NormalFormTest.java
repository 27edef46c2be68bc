package io.sspr.reset.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @CsvSource({
        "Tokyo,            tokyo",
        "ＴＯＫＹＯ,         tokyo", // full width
        "ﾄｳｷｮｳ,            トウキョウ", // half width
        "ﾊﾞｲｸ,             バイク", // half width, voiced
        "は\u3099いく,      ばいく", // combining voice mark
        "e\u0301cole,      école", // combining accent
        "H\u0331adi,        \u1e96adi", // no such capital letter
        "ÉCOLE,            école",
        "ﬁnland,           finland", // ligature
        "１９８５年１月,      1985年1月",
        "㈱黒川,            (株)黒川",
        "ΟΔΥΣΣΕΥΣ,         οδυσσευς",
        "Straße,           straße",
        "RÉSUMÉ 🐎,        résumé 🐎"
    })
    void unitesWidthCompositionAndCase_R_SQ_08(String typed, String form) {
        assertThat(NormalForm.of(typed)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new york",
                " new york ",
                "new  york",
                "new\tyork\n",
                "new\u3000york",
                "\u3000new york\u3000",
                "new\u00a0york",
                "new\u202fyork\u2007",
                "new \u2003\u3000 york",
                "\u2028new york"
            })
    void unitesSpacesOfAllKinds_R_SQ_08(String typed) {
        assertThat(NormalForm.of(typed)).isEqualTo("new york");
    }

    @Test
    void keepsApartWhatIsWrittenTogether_R_SQ_08() {
        assertThat(NormalForm.of("newyork")).isNotEqualTo(NormalForm.of("new york"));
        assertThat(NormalForm.of("ecole")).isNotEqualTo(NormalForm.of("école"));
        assertThat(NormalForm.of("はいく")).isNotEqualTo(NormalForm.of("ばいく"));
        assertThat(NormalForm.of("👨‍👩‍👧")).isNotEqualTo(NormalForm.of("👨👩👧"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "az", "lt", "en", "ja"})
    void isTheSameInEveryCountry_R_SQ_08(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(NormalForm.of("TITLE")).isEqualTo("title");
        assertThat(NormalForm.of("İstanbul")).isEqualTo("i\u0307stanbul");
        assertThat(NormalForm.of("ısı")).isEqualTo("ısı");
    }

    @Property
    void isItsOwnNormalForm_R_SQ_08(@ForAll String text) {
        String form = NormalForm.of(text);

        assertThat(NormalForm.of(form)).isEqualTo(form);
    }

    @Property
    void outerSpacesNeverMatter_R_SQ_08(@ForAll String text) {
        assertThat(NormalForm.of("\u3000 " + text + "\t")).isEqualTo(NormalForm.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "'  abc  ', 3",
        "\u3000abc\u3000, 3",
        "🐎🐎🐎, 3",
        "e\u0301a, 3",
        "'a  b', 4",
        "'', 0",
        "' ', 0"
    })
    void lengthIsInCodePointsAfterTrim_R_SQ_03(String text, int length) {
        assertThat(NormalForm.length(text)).isEqualTo(length);
    }
}
