package io.sspr.reset.banned;

import java.util.Locale;

/**
 * The form in which passwords, banned terms and names are compared: lower case, and four look-alikes read as the letter
 * they stand for. Nothing else is folded: full-width letters and accents stay what they are. Doing it twice changes
 * nothing. Source: R-BAN-02, R-BAN-11.
 */
final class Normalise {
    private Normalise() {}

    static String text(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('$', 's')
                .replace('@', 'a');
    }

    /** Length in code points, which is what every rule about banned passwords counts. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
