package io.sspr.reset.page;

import io.sspr.reset.problem.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences on pages. {@code reset.identify.title} is in {@code pages/reset_en.properties} and {@code pages/reset_ja.properties}; a test makes sure
 * that both hold the same keys, and all that are used. Values are put in for {@code %1$s} and {@code %2$s}.
 */
final class PageTexts {
    private PageTexts() {}

    /** @throws java.util.MissingResourceException if there is no such text, which the build would have found */
    static String get(Language language, String key) {
        return bundle(key.substring(0, key.indexOf('.')), language).getString(key);
    }

    static String get(Language language, String key, Object... values) {
        return String.format(locale(language), get(language, key), values);
    }

    static String time(Language language, Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale(language))
                        .format(instant.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    static ResourceBundle bundle(String file, Language language) {
        return ResourceBundle.getBundle(
                "pages/" + file,
                locale(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Locale locale(Language language) {
        return Locale.forLanguageTag(language.tag());
    }
}
