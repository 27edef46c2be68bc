package io.sspr.reset.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.TestHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ja",
                "JA",
                "ja-JP",
                "ja-JP-u-ca-japanese",
                "fr, ja;q=0.5",
                "en;q=0.5, ja;q=0.9",
                "ja, en",
                "zz, ja"
            })
    void isJapaneseForWhoeverPrefersIt_R_FLW_02(String acceptLanguage) {
        assertThat(Language.parse(acceptLanguage)).isEqualTo(Language.JA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "en, ja", "ja;q=0.5, en;q=0.9", "en-US,en;q=0.9,ja;q=0.8", "ja;q=0, en"})
    void isEnglishForWhoeverPrefersIt_R_FLW_02(String acceptLanguage) {
        assertThat(Language.parse(acceptLanguage)).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fr",
                "zh-Hans",
                "*",
                "",
                " ",
                ";;;",
                "ja_JP\r\nx",
                "q=1",
                "ja;q=7",
                "日本語",
                "-",
                "--",
                "- -",
                "-,en",
                "en,-",
                "accept-language:-"
            })
    void isEnglishForEverythingElse_R_FLW_02(String acceptLanguage) {
        assertThat(Language.parse(acceptLanguage)).isEqualTo(Language.EN);
    }

    @Test
    void isReadFromTheHeaderAcceptLanguage_R_FLW_02() {
        assertThat(Language.of(TestHeaders.of("Accept-Language", "ja-JP"))).isEqualTo(Language.JA);
        assertThat(Language.of(TestHeaders.none())).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @EnumSource
    void hasATagThatLeadsBackToIt(Language language) {
        assertThat(Language.ofTag(language.tag())).isEqualTo(language);
        assertThat(language.tag()).matches("[a-z]{2}");
    }
}
