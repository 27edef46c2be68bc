package io.sspr.reset.registration;

import io.sspr.reset.gate.Method;
import io.sspr.reset.page.Portal;
import io.sspr.reset.registration.RegistrationView.RegisteredView;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/**
 * How a user came to the portal. It stays in the address of every page, so that the last one knows where to lead. Source: R-REG-01, R-REG-12.
 *
 * @param mode {@code interrupt} for somebody who was asked at sign-in; anything else for somebody who came by themselves
 * @param then the name of the portal that they were on their way to; null if they were on their way to this one
 */
public record Arrival(
        @QueryParam("mode") String mode, @QueryParam("then") String then) {
    private static final String ROOT = Portal.REGISTRATION.address();

    Mode asMode() {
        return isInterrupt() ? Mode.INTERRUPT : Mode.MANAGE;
    }

    public boolean isInterrupt() {
        return "interrupt".equals(mode);
    }

    /** The address of a page of this portal for this user; {@code page} is empty for the overview. */
    public String at(String page) {
        String address = ROOT + page;
        return isInterrupt()
                ? address + "?mode=interrupt"
                        + goal().map(portal -> "&then=" + portal.path()).orElse("")
                : address;
    }

    /** The overview, with word of what has just been done. */
    String overview(News news) {
        String address = at("");
        return address + (address.contains("?") ? "&" : "?") + "done=" + news;
    }

    /** The form by which a method is registered. */
    public String form(Method method) {
        return at(
                switch (method) {
                    case APP_NOTIFICATION, APP_CODE -> "/app";
                    case MOBILE_PHONE -> "/phone/mobile";
                    case OFFICE_PHONE -> "/phone/office";
                    case EMAIL -> "/email";
                    case SECURITY_QUESTIONS -> "/questions";
                });
    }

    /** Where somebody is asked once more before it is removed. */
    public String removal(RegisteredView item) {
        return at("/remove/" + item.key());
    }

    /** Where it goes on, for whoever is done or puts it off. */
    public String next() {
        return goal().map(Portal::address).orElse(ROOT);
    }

    private Optional<Portal> goal() {
        return Portal.wanted(then);
    }
}
