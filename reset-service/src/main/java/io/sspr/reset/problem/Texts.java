package io.sspr.reset.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/** The user-facing sentences, from {@code texts_en.properties} and {@code texts_ja.properties}; a test makes sure that both hold the same keys. */
public final class Texts {
    private Texts() {}

    /** @throws java.util.MissingResourceException if there is no such text, which the build would have found */
    public static String get(Language language, String key) {
        return bundle(language).getString(key);
    }

    static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "texts",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
