package io.sspr.audit.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a filter, one after the other, with their positions. Not thread-safe. */
final class FilterTokens {
    /** What a token is; the order is that in which they are tried. */
    enum Kind {
        GUID("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
        TIME("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})"),
        TEXT("'(?:[^'\\p{Cntrl}]|'')*+'"),
        WORD("[A-Za-z]+(?:/[A-Za-z]+)*"),
        SIGN("[(),:]");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }
    }

    private final String filter;
    private int position;
    private Kind kind;
    private String token;

    FilterTokens(String filter) throws UnreadableQueryException {
        this.filter = filter;
        advance(0);
    }

    static boolean isGuid(String text) {
        return Kind.GUID.form.matcher(text).matches();
    }

    boolean atEnd() {
        return token == null;
    }

    /** Where the next token begins, from 1. */
    int position() {
        return position + 1;
    }

    boolean next(String wanted) {
        return wanted.equals(token);
    }

    boolean nextIs(Kind wanted) {
        return kind == wanted;
    }

    void take(String wanted) throws UnreadableQueryException {
        if (!next(wanted)) {
            throw unreadable(wanted);
        }
        advance(position + token.length());
    }

    /** The next token, a text without its quotes. */
    String take(Kind wanted, String form) throws UnreadableQueryException {
        if (!nextIs(wanted)) {
            throw unreadable(form);
        }
        String taken = token;
        advance(position + token.length());
        return wanted == Kind.TEXT ? taken.substring(1, taken.length() - 1).replace("''", "'") : taken;
    }

    UnreadableQueryException unreadable(String allowed) {
        return UnreadableQueryException.filter(position(), allowed);
    }

    private void advance(int from) throws UnreadableQueryException {
        position = from;
        while (position < filter.length() && filter.charAt(position) == ' ') {
            position++;
        }
        token = null;
        kind = null;
        if (position == filter.length()) {
            return;
        }
        for (Kind candidate : Kind.values()) {
            Matcher matcher = candidate.form.matcher(filter).region(position, filter.length());
            if (matcher.lookingAt()) {
                kind = candidate;
                token = matcher.group();
                return;
            }
        }
        throw unreadable("'…' 2026-01-31T00:00:00Z ( ) , : and a-z");
    }
}
