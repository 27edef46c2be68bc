package io.sspr.reset.registration;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Tenants;
import io.sspr.reset.page.Page;
import io.sspr.reset.page.Pages;
import io.sspr.reset.signin.Caller;
import io.sspr.reset.signin.PortalSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Receives whoever opens a page of the portal. All that is done in one sign-in has one support code. Source: R-REG-01, R-REG-16. */
@ApplicationScoped
class BeginPageVisit {
    private final PortalSignIn portalSignIn;
    private final DescribeRegistration describeRegistration;
    private final Tenants tenants;
    private final Pages pages;

    BeginPageVisit(PortalSignIn portalSignIn, DescribeRegistration describeRegistration, Tenants tenants, Pages pages) {
        this.portalSignIn = portalSignIn;
        this.describeRegistration = describeRegistration;
        this.tenants = tenants;
        this.pages = pages;
    }

    /** @throws io.quarkus.security.UnauthorizedException if nobody is signed in */
    @Transactional
    PageVisit begin(HttpHeaders headers, Arrival arrival) {
        Caller caller = portalSignIn.signedIn();
        Page page = pages.of(
                headers,
                caller.signInId(),
                caller.signInId().toString(),
                tenants.findById(caller.tenantId()),
                name(caller.person()));
        return new PageVisit(describeRegistration, page, caller, arrival);
    }

    private static String name(Person user) {
        return Optional.ofNullable(user.displayName())
                .filter(name -> !name.isBlank())
                .orElseGet(user::userPrincipalName);
    }
}
