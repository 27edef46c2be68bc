package io.sspr.reset.admin;

import io.sspr.reset.directory.Tenant;
import io.sspr.reset.page.Page;
import io.sspr.reset.signin.Caller;
import java.util.List;

/**
 * What every page of the administration portal needs besides its own content. Templates read it as {@code admin}.
 *
 * @param caller the administrator
 * @param tenant theirs, as it was when the page was opened
 * @param sections those that they see, in the order of the navigation. Source: R-UI-01, R-UI-03
 * @param current the one that the page is in; null for the start
 */
public record AdminPage(Page page, Caller caller, Tenant tenant, List<Section> sections, Section current) {
    public AdminPage {
        sections = List.copyOf(sections);
    }

    /** The sections under <i>Password reset</i>; none without a licence. Source: R-UI-01. */
    public List<Section> settings() {
        return sections.stream().filter(Section::isOfPasswordReset).toList();
    }

    /** The sections about users and groups. */
    public List<Section> directory() {
        return sections.stream().filter(section -> !section.isOfPasswordReset()).toList();
    }

    /** The version of the settings that the page shows: a form that changes them sends it back. */
    public int version() {
        return tenant.version();
    }

    /** Whether an agent was onboarded, and its section is shown therefore. Source: R-UI-03. */
    public boolean isConnected() {
        return shows(Section.ONPREMISES);
    }

    /** Id of the group whose members may reset; null without one, and for whoever does not see the settings. Source: R-UI-01, R-ACT-03. */
    public String scope() {
        return shows(Section.PROPERTIES) ? tenant.policy().ssprGroupId() : null;
    }

    /** Whether this administrator sees that section. */
    public boolean shows(Section section) {
        return sections.contains(section);
    }
}
