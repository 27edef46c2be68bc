package io.sspr.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.delivery.MessagePurpose;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("%[0-9]\\$s");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private final Properties english = read("/texts_en.properties");
    private final Properties japanese = read("/texts_ja.properties");

    @Test
    void existInBothLanguages() {
        assertThat(japanese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).isNotEmpty();
    }

    @Test
    void haveTheSamePlaceholdersInBothLanguages() {
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(japanese.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @Test
    void haveNoOtherPlaceholders() {
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(PLACEHOLDER.matcher(english.getProperty(key)).replaceAll(""))
                    .as(key)
                    .doesNotContain("%");
            assertThat(PLACEHOLDER.matcher(japanese.getProperty(key)).replaceAll(""))
                    .as(key)
                    .doesNotContain("%");
        });
    }

    @Test
    void areWrittenInTheirLanguage() {
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(japanese.getProperty(key)).as(key).containsPattern(JAPANESE);
            assertThat(english.getProperty(key)).as(key).doesNotContainPattern(JAPANESE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void japaneseSmsIsASingleOneOf70Units_R_PHN_10(MessagePurpose purpose) {
        String sms = Texts.in("ja").get("code.sms." + purpose, "株式会社コントソ日本", "012345", 15);

        assertThat(sms).contains("株式会社コントソ日本", "012345").hasSizeLessThanOrEqualTo(70);
    }

    @ParameterizedTest
    @EnumSource
    void englishSmsIsASingleOneOf160Characters_R_PHN_10(MessagePurpose purpose) {
        String sms = Texts.in("en").get("code.sms." + purpose, "Contoso Japan Corporation Ltd.", "012345", 15);

        assertThat(sms).contains("Contoso Japan", "012345").matches("[ -_a-z]{1,160}");
    }

    @ParameterizedTest
    @EnumSource
    void saysHowLongTheCodeIsValid_R_PHN_10_R_EML_02(MessagePurpose purpose) {
        assertThat(Texts.in("en").get("code.sms." + purpose, "Contoso", "012345", 7))
                .contains("7 min");
        assertThat(Texts.in("ja").get("code.sms." + purpose, "Contoso", "012345", 7))
                .contains("7 分間");
        assertThat(Texts.in("en").get("code.mail.validity", 7)).contains("7 min");
        assertThat(Texts.in("ja").get("code.mail.validity", 7)).contains("7 分以内");
    }

    @ParameterizedTest
    @EnumSource
    void callNamesTheKeyThatConfirms_R_PHN_08(MessagePurpose purpose) {
        assertThat(english.getProperty("approval.voice." + purpose)).contains("press the hash key, #");
        assertThat(japanese.getProperty("approval.voice." + purpose)).contains("シャープ (#) キー");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"en", "", "fr", "JA"})
    void areEnglishUnlessJapaneseIsAskedFor_R_FLW_02(String language) {
        assertThat(Texts.in(language).get("notice.supportCode", "x")).isEqualTo("Support code: x");
    }

    @Test
    void areJapaneseIfAskedFor_R_FLW_02() {
        assertThat(Texts.in("ja").get("notice.supportCode", "x")).isEqualTo("サポート コード: x");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-11-03T04:05:59Z, '3 November 2026, 04:05 UTC'",
        "ja, 2026-11-03T04:05:59Z, 2026年11月3日 04:05 UTC",
        "en, 2026-12-31T23:59:00Z, '31 December 2026, 23:59 UTC'",
        "ja, 2026-12-31T23:59:00Z, 2026年12月31日 23:59 UTC"
    })
    void timeIsWrittenAsInTheLanguage_R_FLW_02_R_NTF_04(String language, Instant time, String written) {
        assertThat(Texts.in(language).at(time)).isEqualTo(written);
    }

    @Test
    void valuesAreTakenAsTheyAre() {
        assertThat(Texts.in("en").get("mail.sender", "100 %s {0} 'A'"))
                .isEqualTo("Account security on behalf of 100 %s {0} 'A'");
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(TextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
