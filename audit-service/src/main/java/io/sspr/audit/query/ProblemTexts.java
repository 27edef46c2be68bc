package io.sspr.audit.query;

import java.text.MessageFormat;
import java.util.Arrays;
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
        Object[] asTold = Arrays.stream(particulars).map(String::valueOf).toArray();
        return new Problem(
                "urn:sspr:problem:" + kind.code(),
                text(texts, kind, "title", asTold),
                kind.status(),
                text(texts, kind, "detail", asTold),
                kind.code(),
                text(texts, kind, "remedy", asTold));
    }

    private static String text(ResourceBundle texts, ProblemKind kind, String part, Object... particulars) {
        return MessageFormat.format(texts.getString(kind.code() + "." + part), particulars);
    }
}
