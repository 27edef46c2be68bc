package io.sspr.reset.contact;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.page.Page;
import io.sspr.reset.problem.Problem;
import java.time.Instant;

/** What is on the pages of {@link ContactPages}. */
public final class ContactTemplates {
    private static final String MAIL = "mailto:";

    private ContactTemplates() {}

    /**
     * The form of a browser with a reset in hand.
     *
     * @param since when it began
     * @param problem why the form comes again, or null
     */
    public record ofReset(Page page, Instant since, Problem problem) implements TemplateInstance {}

    /**
     * The form for everybody else.
     *
     * @param userId what was typed, or empty
     * @param problem as above
     */
    public record byName(Page page, String userId, Problem problem) implements TemplateInstance {}

    /** The administrators are told, if there is anybody to tell of. */
    public record sent(Page page) implements TemplateInstance {}

    /**
     * The organisation's own helpdesk.
     *
     * @param link to a page, or to write a mail
     * @param shown as people read it
     */
    public record helpdesk(Page page, String link, String shown) implements TemplateInstance {}

    static helpdesk helpdesk(Page page, String link) {
        boolean isMail = link.regionMatches(true, 0, MAIL, 0, MAIL.length());
        return new helpdesk(page, link, isMail ? link.substring(MAIL.length()) : link);
    }
}
