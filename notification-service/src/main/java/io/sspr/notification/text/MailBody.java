package io.sspr.notification.text;

import java.util.ArrayList;
import java.util.List;

/** Builds the two parts of a mail from the same paragraphs. Whatever comes from users is escaped in the HTML part. Not thread-safe. */
public final class MailBody {
    private final List<String> text = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();

    public MailBody paragraph(String words) {
        text.add(words);
        html.append("<p>").append(escape(words)).append("</p>");
        return this;
    }

    /** A paragraph that catches the eye: the code. */
    public MailBody highlight(String words) {
        text.add(words);
        html.append("<p style=\"font-size:2em;letter-spacing:.2em\"><strong>")
                .append(escape(words))
                .append("</strong></p>");
        return this;
    }

    public String text() {
        return String.join("\r\n\r\n", text) + "\r\n";
    }

    /** @param language for screen readers */
    public String html(String language, Letterhead letterhead) {
        return "<!DOCTYPE html><html lang=\"" + escape(language) + "\"><head><meta charset=\"utf-8\"></head>"
                + "<body style=\"font-family:sans-serif\">" + letterhead.html() + html + "</body></html>";
    }

    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
