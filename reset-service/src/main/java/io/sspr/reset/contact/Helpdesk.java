package io.sspr.reset.contact;

import io.sspr.reset.directory.Tenant;
import io.sspr.reset.policy.TenantPolicy;
import java.util.Locale;
import java.util.Optional;

/** Where an organisation sends those who need help, if it wants them to turn to somebody else than its administrators. Source: R-CFG-16, R-HLP-02. */
final class Helpdesk {
    private static final String MAIL = "mailto:";
    private static final String WEB = "https:";

    private Helpdesk() {}

    /** A link to a page, or to write a mail. */
    static Optional<String> of(Tenant tenant) {
        TenantPolicy.Helpdesk helpdesk = tenant.policy().helpdesk();
        return helpdesk.custom() && helpdesk.target() != null ? Optional.of(link(helpdesk.target())) : Optional.empty();
    }

    private static String link(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        return lower.startsWith(WEB) || lower.startsWith(MAIL) ? target : MAIL + target;
    }
}
