package io.sspr.reset.question;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What two texts have in common that count as the same: NFKC, no outer spaces, one space for several, lower case by no country's rules.
 * Callers bound the length first, since normalising a long text costs much. Source: R-SQ-08.
 */
final class NormalForm {
    private NormalForm() {}

    static String of(String text) {
        String folded = nfkc(nfkc(text).toLowerCase(Locale.ROOT));
        StringBuilder form = new StringBuilder(folded.length());
        trimmed(folded).codePoints().forEach(character -> append(character, form));
        return form.toString();
    }

    /** Without the spaces of any script at either end. */
    static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** In code points after trimming. Source: R-SQ-03. */
    static int length(String text) {
        String trimmed = trimmed(text);
        return trimmed.codePointCount(0, trimmed.length());
    }

    private static void append(int character, StringBuilder form) {
        if (!isSpace(character)) {
            form.appendCodePoint(character);
        } else if (form.charAt(form.length() - 1) != ' ') {
            form.append(' ');
        }
    }

    /** All of them are within the first 65 536 characters. */
    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
