package io.sspr.audit.query;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Problems in the caller's language: Japanese or English, English if neither is wanted. */
final class ProblemTexts {
    static final String BUNDLE = "problems";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    /** The first of the languages, in the caller's order, that there are texts in. */
    static Locale language(List<Locale> wanted) {
        for (Locale locale : wanted) {
            if (locale.getLanguage().equals("ja")) {
                return Locale.JAPANESE;
            }
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    static Problem problem(ProblemKind kind, Locale language, Object... particulars) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK);
        return new Problem(
                "urn:sspr:problem:" + kind.code(),
                text(texts, kind, "title", language, particulars),
                kind.status(),
                text(texts, kind, "detail", language, particulars),
                kind.code(),
                text(texts, kind, "remedy", language, particulars));
    }

    private static String text(
            ResourceBundle texts, ProblemKind kind, String part, Locale language, Object... particulars) {
        return new MessageFormat(texts.getString(kind.code() + "." + part), language).format(particulars);
    }
}
