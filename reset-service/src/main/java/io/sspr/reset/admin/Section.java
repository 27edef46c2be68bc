package io.sspr.reset.admin;

import io.sspr.reset.directory.Role;
import io.sspr.reset.signin.Caller;
import java.util.Locale;

/** The sections of the administration portal, in the order of its navigation, and who may open them. Source: R-ACT-03, R-ACT-06, R-UI-01, R-UI-03. */
public enum Section {
    PROPERTIES(true, Roles.CONFIGURING),
    METHODS(true, Roles.CONFIGURING),
    REGISTRATION(true, Roles.CONFIGURING),
    NOTIFICATIONS(true, Roles.CONFIGURING),
    CUSTOMIZATION(true, Roles.CONFIGURING),
    PROTECTION(true, Roles.CONFIGURING),
    ONPREMISES(true, Roles.CONFIGURING),
    CONNECT(true, Roles.OWNING),
    POLICY(true, Roles.CONFIGURING),
    USERS(false, Roles.HELPING),
    GROUPS(false, Roles.HELPING),
    IMPORT(false, Roles.OWNING);

    private final boolean ofPasswordReset;
    private final String[] roles;

    Section(boolean ofPasswordReset, String[] roles) {
        this.ofPasswordReset = ofPasswordReset;
        this.roles = roles;
    }

    /** Whether it belongs to <i>Password reset</i>, which only administrators with a licence see. Source: R-UI-01. */
    public boolean isOfPasswordReset() {
        return ofPasswordReset;
    }

    /** {@code /admin/methods}. */
    public String address() {
        return "/admin/" + name().toLowerCase(Locale.ROOT);
    }

    String[] roles() {
        return roles.clone();
    }

    boolean isFor(Caller caller) {
        return isForRolesOf(caller) && (caller.licensed() || !ofPasswordReset);
    }

    boolean isForRolesOf(Caller caller) {
        return caller.hasAnyRole(roles);
    }

    private static final class Roles {
        static final String[] CONFIGURING = {Role.GLOBAL_ADMINISTRATOR, "Authentication Policy Administrator"};
        static final String[] OWNING = {Role.GLOBAL_ADMINISTRATOR};
        static final String[] HELPING = {
            Role.GLOBAL_ADMINISTRATOR,
            "Authentication Administrator",
            "Privileged Authentication Administrator",
            "User Administrator",
            "Helpdesk Administrator",
            "Password Administrator"
        };
    }
}
