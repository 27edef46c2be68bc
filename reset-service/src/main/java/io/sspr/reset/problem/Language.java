package io.sspr.reset.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The languages that every text exists in. Source: R-FLW-02. */
public enum Language {
    EN,
    JA;

    private static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.JAPANESE);

    /** A tag without a beginning, at which {@link Locale.LanguageRange#parse(String)} fails otherwise than it says. */
    private static final Pattern HEADLESS = Pattern.compile("(^|[,:]) *-");

    /** The best match for an {@code Accept-Language} header; English if there is none. */
    public static Language of(HttpHeaders headers) {
        String wanted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted == null ? EN : parse(wanted);
    }

    /** The best match for the value of such a header; English if there is none. */
    public static Language parse(String acceptLanguage) {
        if (HEADLESS.matcher(acceptLanguage).find()) {
            return EN;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SUPPORTED);
            return Locale.JAPANESE.equals(best) ? JA : EN;
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    /** {@code en} or {@code ja}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Language ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
