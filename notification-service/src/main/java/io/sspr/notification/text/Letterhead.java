package io.sspr.notification.text;

import io.sspr.contract.Branding;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The head of an organisation's mails: a bar in its colour and its logo, above the words. No text stands on the colour. Source: R-CFG-26.
 *
 * @param branding null for none, and so no head
 */
public record Letterhead(String tenantName, Branding branding) {
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final Pattern HTTPS = Pattern.compile("(?i)https://\\S+");

    /** As HTML. What is no colour or no https address is left out, whoever wrote it. */
    String html() {
        return bar() + logo();
    }

    private String bar() {
        return wanted(COLOUR, Branding::colour)
                .map("<div style=\"border-top:6px solid %s;margin-bottom:1em\"></div>"::formatted)
                .orElse("");
    }

    private String logo() {
        return wanted(HTTPS, Branding::logo)
                .map(address -> "<p><img src=\"" + MailBody.escape(address) + "\" alt=\"" + MailBody.escape(tenantName)
                        + "\" height=\"48\" style=\"height:48px;width:auto;border:0\"></p>")
                .orElse("");
    }

    private Optional<String> wanted(Pattern form, Function<Branding, String> part) {
        return Optional.ofNullable(branding)
                .map(part)
                .filter(value -> form.matcher(value).matches());
    }
}
