package io.sspr.reset.policy;

import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.admin.AdminPage;
import io.sspr.reset.page.Page;
import java.util.List;

/** The pages with settings. {@code news} is null on a page that was only opened. */
final class SettingsTemplates {
    private SettingsTemplates() {}

    /**
     * @param groups of which one can be the scope
     * @param areMoreGroups whether there are others, of which one can be named
     */
    public record properties(
            Page page,
            AdminPage admin,
            SettingsForm form,
            SettingsNews news,
            List<Choice> groups,
            boolean areMoreGroups)
            implements TemplateInstance {}

    public record methods(
            Page page,
            AdminPage admin,
            SettingsForm form,
            SettingsNews news,
            List<Choice> methods,
            List<Choice> questions)
            implements TemplateInstance {}

    /** @param signInMethods those of the methods that multifactor sign-in may ask for */
    public record registration(
            Page page,
            AdminPage admin,
            SettingsForm form,
            SettingsNews news,
            List<Choice> methods,
            List<Choice> signInMethods)
            implements TemplateInstance {}

    public record notifications(Page page, AdminPage admin, SettingsForm form, SettingsNews news)
            implements TemplateInstance {}

    public record customization(Page page, AdminPage admin, SettingsForm form, SettingsNews news)
            implements TemplateInstance {}

    public record protection(Page page, AdminPage admin, SettingsForm form, SettingsNews news)
            implements TemplateInstance {}

    /** @param unable users who would get code 14 */
    public record confirm(Page page, AdminPage admin, SettingsForm form, int unable) implements TemplateInstance {}
}
