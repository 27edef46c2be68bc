package io.sspr.notification.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Everything that is said to people, in one language. Names are put in without control characters, so they stay on their line. */
final class Texts {
    static final String BUNDLE = "messages";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** Line ends of any kind, and marks that turn the direction of what follows. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+");

    private final Locale language;
    private final ResourceBundle bundle;

    private Texts(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK);
    }

    /** @param language {@code ja}, or anything else for English (R-FLW-02) */
    static Texts in(String language) {
        return new Texts("ja".equals(language) ? Locale.JAPANESE : Locale.ENGLISH);
    }

    String language() {
        return language.getLanguage();
    }

    String get(String key, Object... particulars) {
        Object[] asTold = Arrays.stream(particulars).map(Texts::printable).toArray();
        return MessageFormat.format(bundle.getString(key), asTold);
    }

    static String printable(Object value) {
        return UNPRINTABLE.matcher(String.valueOf(value)).replaceAll(" ").strip();
    }
}
