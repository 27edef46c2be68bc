package io.sspr.notification.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of mails and text messages, from {@code texts_en.properties} and {@code texts_ja.properties}; a test makes sure that both hold the same. */
public final class Texts {
    private static final String JAPANESE = "ja";

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param language {@code ja}; anything else means English */
    public static Texts in(String language) {
        return new Texts(ResourceBundle.getBundle(
                "texts",
                JAPANESE.equals(language) ? Locale.JAPANESE : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The sentence with its {@code %1$s}, {@code %2$s} … filled in. */
    public String get(String key, Object... values) {
        return bundle.getString(key).formatted(values);
    }

    /** Date and time as one writes them in this language, in UTC, to the minute. */
    public String at(Instant time) {
        return DateTimeFormatter.ofPattern(bundle.getString("time.form"), bundle.getLocale())
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
