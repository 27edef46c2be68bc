package io.sspr.reset.contact;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.contact.BrowserCall.Call;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.page.Page;
import io.sspr.reset.page.Pages;
import io.sspr.reset.problem.Problem;
import io.sspr.reset.session.ResetSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Shows an organisation's way to help: its helpdesk if it names one, otherwise what becomes of a mail to its administrators. Source: R-HLP-02. */
@ApplicationScoped
class ShowContact {
    private final Tenants tenants;
    private final Pages pages;

    ShowContact(Tenants tenants, Pages pages) {
        this.tenants = tenants;
        this.pages = pages;
    }

    /** @param problem what came of asking, or null if nobody has asked yet */
    @Transactional
    TemplateInstance ofReset(HttpHeaders headers, ResetSession reset, Problem problem) {
        Tenant tenant = tenants.findById(reset.tenantId());
        Page page = pages.of(headers, reset.supportCode(), reset.id().toString(), tenant, null);
        return Helpdesk.of(tenant)
                .<TemplateInstance>map(link -> ContactTemplates.helpdesk(page, link))
                .orElseGet(() -> new ContactTemplates.ofReset(page, reset.createdAt(), problem));
    }

    /** After asking. */
    @Transactional
    TemplateInstance answer(HttpHeaders headers, Call call) {
        Optional<Tenant> tenant = call.tenant().flatMap(tenants::findByIdOptional);
        Page page = tenant.map(known -> pages.of(headers, call.supportCode(), "", known, null))
                .orElseGet(() -> pages.of(headers, call.supportCode()));
        return tenant.flatMap(Helpdesk::of)
                .<TemplateInstance>map(link -> ContactTemplates.helpdesk(page, link))
                .orElseGet(() -> new ContactTemplates.sent(page));
    }
}
