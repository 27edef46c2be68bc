package io.sspr.reset.page;

import io.sspr.reset.problem.Language;
import java.time.Instant;
import java.util.UUID;

/**
 * What every page needs besides its own content. Templates read it as {@code page}.
 *
 * @param supportCode names the flow that the page belongs to; one of its own if it belongs to none. Source: R-SUP-03
 * @param sid the session's id, or empty. Source: R-SUP-04
 * @param brand whose page this is. Source: R-CFG-26
 * @param visitor the signed-in user's name, or null
 * @param address path and query of the page, for the links that show it in another language; null for what is shown once
 * @param formToken goes into every form as the hidden field {@code csrf}
 * @param help where the link to help leads, or null. Source: R-SUP-10
 * @param nonce permits the page's one inline style sheet, that of the brand's colour
 */
public record Page(
        Language language,
        UUID supportCode,
        String sid,
        Brand brand,
        String visitor,
        String address,
        String formToken,
        String help,
        String nonce,
        Instant now) {

    /** The text {@code key}, whose first part names the file that it is in. A missing one fails the build. */
    public String text(String key) {
        return PageTexts.get(language, key);
    }

    /** A text with a value in it. */
    public String text(String key, Object value) {
        return PageTexts.get(language, key, value);
    }

    /** A text with two values in it. */
    public String text(String key, Object first, Object second) {
        return PageTexts.get(language, key, first, second);
    }

    /** The name of a value such as a method or a state: the text {@code prefix.VALUE}. */
    public String named(String prefix, Object value) {
        return PageTexts.get(language, prefix + "." + value);
    }

    /** The address of a file of ours, which changes with its content. */
    public String asset(String name) {
        return Assets.address(name);
    }

    /** The address of the page in that language. Source: R-FLW-02. */
    public String in(String tag) {
        return address + (address.contains("?") ? "&mkt=" : "?mkt=") + tag;
    }

    /** The same page for what is shown once, as a password that was made up: no link shows it again, in whatever language. */
    public Page shownOnce() {
        return new Page(language, supportCode, sid, brand, visitor, null, formToken, help, nonce, now);
    }

    /** An id for a form on this page, another one each time: by it a form that is sent twice is known. Source: R-FLW-34 */
    public UUID formId() {
        return UUID.randomUUID();
    }

    /** Date, time and zone, in the page's language; the browser adds the local time. Source: R-SUP-05. */
    public String time(Instant instant) {
        return PageTexts.time(language, instant);
    }
}
