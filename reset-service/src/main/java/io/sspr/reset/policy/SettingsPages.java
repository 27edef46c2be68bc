package io.sspr.reset.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import io.sspr.reset.admin.AdminPage;
import io.sspr.reset.admin.OpenAdminPage;
import io.sspr.reset.admin.Section;
import io.sspr.reset.directory.BrowseGroups;
import io.sspr.reset.directory.Groups;
import io.sspr.reset.eligibility.CountUnable;
import io.sspr.reset.gate.Method;
import io.sspr.reset.page.Page;
import io.sspr.reset.policy.ChangePolicy.Result;
import io.sspr.reset.problem.Problems;
import io.sspr.reset.question.PredefinedQuestion;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The settings in the administration portal, a page for each section. Source: R-ACT-03, R-CFG-01 … R-CFG-27, R-MTH-26, R-UI-01 … R-UI-06. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class SettingsPages {
    private static final String SECTION =
            "{section: properties|methods|registration|notifications|customization|protection}";
    private static final int MOST_GROUPS = 1000;
    private static final String GROUP = "ssprGroupId";
    private static final String OTHER_GROUP = "otherGroup";
    private static final List<Section> ABOUT_METHODS = List.of(Section.PROPERTIES, Section.METHODS);

    private final OpenAdminPage openAdminPage;
    private final ChangePolicy changePolicy;
    private final CountUnable countUnable;
    private final BrowseGroups browseGroups;
    private final Groups groups;
    private final ObjectMapper json;

    SettingsPages(
            OpenAdminPage openAdminPage,
            ChangePolicy changePolicy,
            CountUnable countUnable,
            BrowseGroups browseGroups,
            Groups groups,
            ObjectMapper json) {
        this.openAdminPage = openAdminPage;
        this.changePolicy = changePolicy;
        this.countUnable = countUnable;
        this.browseGroups = browseGroups;
        this.groups = groups;
        this.json = json;
    }

    @GET
    @Path(SECTION)
    @Operation(hidden = true)
    public Response show(
            @PathParam("section") String section, @QueryParam("saved") String saved, @Context HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(named(section), headers);
        return page(admin, inForce(admin), saved == null ? null : SettingsNews.SAVED);
    }

    @POST
    @Path(SECTION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(
            @PathParam("section") String section, MultivaluedMap<String, String> sent, @Context HttpHeaders headers)
            throws JsonProcessingException {
        AdminPage admin = openAdminPage.in(named(section), headers);
        if (number(sent, "version") != admin.version()) {
            return page(admin, inForce(admin), SettingsNews.OUTDATED);
        }
        SettingsForm form = inForce(admin).filled(withGroupByName(admin, sent));
        int unable = unable(admin, form);
        if (unable > Math.max(0, number(sent, "confirmed"))) {
            return html(new SettingsTemplates.confirm(admin.page(), admin, form, unable), 200);
        }
        Result result = changePolicy.change(
                admin.tenant().id(),
                form.patch(),
                admin.version(),
                admin.caller().person());
        if (result.isOutdated()) {
            return show(section, SettingsNews.OUTDATED, headers);
        }
        if (!result.faults().isEmpty()) {
            return page(
                    admin,
                    form.with(Problems.explain(result.faults(), admin.page().language())),
                    SettingsNews.REJECTED);
        }
        return Response.seeOther(URI.create(admin.current().address() + "?saved=true"))
                .build();
    }

    private Response show(String section, SettingsNews news, HttpHeaders headers) {
        AdminPage admin = openAdminPage.in(named(section), headers);
        return page(admin, inForce(admin), news);
    }

    /** How many users more would get code 14; none if the settings cannot be saved anyway. Source: R-MTH-26. */
    private int unable(AdminPage admin, SettingsForm form) throws JsonProcessingException {
        if (!ABOUT_METHODS.contains(admin.current())) {
            return 0;
        }
        TenantPolicy now = admin.tenant().policy();
        TenantPolicy then = changePolicy.preview(now, form.patch());
        return then.equals(now) || !CheckPolicy.faults(then).isEmpty() ? 0 : countUnable.count(admin.tenant(), then);
    }

    private SettingsForm inForce(AdminPage admin) {
        return SettingsForm.saved(
                SettingField.of(admin.current()),
                json.valueToTree(admin.tenant().policy()));
    }

    private Response page(AdminPage admin, SettingsForm form, SettingsNews news) {
        return html(template(admin, form, news), news == null ? 200 : news.status());
    }

    private TemplateInstance template(AdminPage admin, SettingsForm form, SettingsNews news) {
        Page page = admin.page();
        return switch (admin.current()) {
            case PROPERTIES -> properties(admin, form, news);
            case METHODS ->
                new SettingsTemplates.methods(page, admin, form, news, methods(page, each -> true), questions(page));
            case REGISTRATION ->
                new SettingsTemplates.registration(
                        page, admin, form, news, methods(page, each -> true), methods(page, Method::isForSignIn));
            case NOTIFICATIONS -> new SettingsTemplates.notifications(page, admin, form, news);
            case CUSTOMIZATION -> new SettingsTemplates.customization(page, admin, form, news);
            case PROTECTION -> new SettingsTemplates.protection(page, admin, form, news);
            default -> throw new IllegalStateException("no section with settings: " + admin.current());
        };
    }

    /** The chosen group is in the list even if it is gone, or one of very many. Of those any can be named. */
    private TemplateInstance properties(AdminPage admin, SettingsForm form, SettingsNews news) {
        String tenant = admin.tenant().id();
        List<Choice> listed = new ArrayList<>();
        browseGroups
                .page(tenant, null, MOST_GROUPS + 1)
                .forEach(group -> listed.add(new Choice(group.id(), group.displayName())));
        boolean areMore = listed.size() > MOST_GROUPS;
        List<Choice> choices = new ArrayList<>(listed.subList(0, areMore ? MOST_GROUPS : listed.size()));
        String chosen = form.value(GROUP);
        if (!chosen.isEmpty()
                && choices.stream().noneMatch(group -> group.value().equals(chosen))) {
            choices.add(new Choice(chosen, groups.nameOf(tenant, chosen).orElse(chosen)));
        }
        return new SettingsTemplates.properties(admin.page(), admin, form, news, choices, areMore);
    }

    /** Where a group was named in place of one of the list, its id; what leads to no single group stays, and is refused as an id. */
    private MultivaluedMap<String, String> withGroupByName(AdminPage admin, MultivaluedMap<String, String> sent) {
        String name = sent.getOrDefault(OTHER_GROUP, List.of("")).get(0).strip();
        if (!name.isEmpty()) {
            sent.putSingle(GROUP, groups.named(admin.tenant().id(), name).orElse(name));
        }
        return sent;
    }

    private static List<Choice> methods(Page page, Predicate<Method> wanted) {
        return Stream.of(Method.values())
                .filter(wanted)
                .map(method -> new Choice(method.name(), page.named("admin.method", method)))
                .toList();
    }

    private static List<Choice> questions(Page page) {
        return Stream.of(PredefinedQuestion.values())
                .map(question -> new Choice(question.name(), question.text(page.language())))
                .toList();
    }

    private static Section named(String section) {
        return Section.valueOf(section.toUpperCase(Locale.ROOT));
    }

    /** Minus one if there is none, or something else. */
    private static int number(Map<String, List<String>> sent, String name) {
        String text = sent.getOrDefault(name, List.of("")).get(0);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static Response html(TemplateInstance page, int status) {
        return Response.status(status).entity(page.render()).build();
    }
}
