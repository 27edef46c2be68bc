package io.sspr.reset.admin;

import io.sspr.contract.Person;
import io.sspr.reset.agent.AgentKeys;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.page.Page;
import io.sspr.reset.page.Pages;
import io.sspr.reset.signin.AdministratorNotLicensedException;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.PortalSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets an administrator into a section of the portal, or refuses; what they see is decided anew for every page. Source: R-UI-01, R-UI-03, R-UI-04, R-UI-06. */
@ApplicationScoped
public class OpenAdminPage {
    private final PortalSignIn portalSignIn;
    private final Tenants tenants;
    private final AgentKeys agentKeys;
    private final Pages pages;

    OpenAdminPage(PortalSignIn portalSignIn, Tenants tenants, AgentKeys agentKeys, Pages pages) {
        this.portalSignIn = portalSignIn;
        this.tenants = tenants;
        this.agentKeys = agentKeys;
        this.pages = pages;
    }

    /**
     * A page in that section, whose roles the caller has to hold.
     *
     * @throws io.quarkus.security.UnauthorizedException if nobody is signed in
     * @throws io.quarkus.security.ForbiddenException without such a role
     * @throws AdministratorNotLicensedException without a licence, if the section takes one
     */
    @Transactional
    public AdminPage in(Section section, HttpHeaders headers) {
        Caller caller = portalSignIn.holderOf(section.roles());
        if (section.isOfPasswordReset() && !caller.licensed()) {
            throw new AdministratorNotLicensedException();
        }
        return open(caller, section, headers);
    }

    /** The page that the portal begins with, for everybody who sees any section, or would with a licence. */
    @Transactional
    AdminPage start(HttpHeaders headers) {
        String[] roles = Stream.of(Section.values())
                .flatMap(section -> Stream.of(section.roles()))
                .distinct()
                .toArray(String[]::new);
        return open(portalSignIn.holderOf(roles), null, headers);
    }

    private AdminPage open(Caller caller, Section current, HttpHeaders headers) {
        Tenant tenant = tenants.findById(caller.tenantId());
        Person person = caller.person();
        String name = Objects.requireNonNullElse(person.displayName(), person.userPrincipalName());
        Page page = pages.of(headers, UUID.randomUUID(), "", tenant, name);
        return new AdminPage(page, caller, tenant, visible(caller), current);
    }

    private List<Section> visible(Caller caller) {
        boolean isOnboarded = agentKeys.isOnboarded(caller.tenantId());
        return Stream.of(Section.values())
                .filter(section -> section.isFor(caller))
                .filter(section -> section != Section.ONPREMISES || isOnboarded) // R-UI-03
                .toList();
    }
}
