package io.sspr.reset.directory;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Directory roles, by their display names. Source: R-ADM-02, R-ADM-03. */
public final class Role {
    public static final String GLOBAL_ADMINISTRATOR = "Global Administrator";
    public static final String PASSWORD_ADMINISTRATOR = "Password Administrator";
    public static final String USER_ADMINISTRATOR = "User Administrator";

    /** Roles that only read; whoever holds no other is an ordinary user for the reset. */
    private static final Set<String> READ_ONLY = Set.of(
            "Directory Readers",
            "Global Reader",
            "Message Center Reader",
            "Reports Reader",
            "Security Reader",
            "Usage Summary Reports Reader");

    private Role() {}

    /** The roles that only read, by name. */
    public static List<String> readOnly() {
        return READ_ONLY.stream().sorted().toList();
    }

    /** Whether somebody with these roles is bound by the built-in two-gate policy; unknown and custom roles bind too. */
    public static boolean isAdministrator(Collection<String> roles) {
        return roles.stream().anyMatch(role -> !READ_ONLY.contains(role));
    }
}
