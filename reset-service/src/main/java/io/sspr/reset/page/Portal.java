package io.sspr.reset.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The portals, by the first part of their paths. */
public enum Portal {
    PASSWORD_RESET("passwordreset"),
    REGISTRATION("ssprsetup"),
    PASSWORD_CHANGE("changepassword"),
    ADMINISTRATION("admin"),
    SIGN_IN("signin"),
    SIGN_OUT("signout");

    /** Without the parameters that may follow a semicolon. */
    private static final Pattern FIRST_PART = Pattern.compile("/*([^/;]*)");

    private final String path;

    Portal(String path) {
        this.path = path;
    }

    /** {@code /ssprsetup}. */
    public String address() {
        return "/" + path;
    }

    /** Its name in an address: {@code ssprsetup}. */
    public String path() {
        return path;
    }

    /** The portal called so; never anything but one of ours, whatever the visitor says. */
    public static Optional<Portal> named(String path) {
        for (Portal portal : values()) {
            if (portal.path.equals(path)) {
                return Optional.of(portal);
            }
        }
        return Optional.empty();
    }

    /** The portal called so, if it is one that somebody wants to be let in to. */
    public static Optional<Portal> wanted(String path) {
        return named(path).filter(portal -> portal != SIGN_IN && portal != SIGN_OUT);
    }

    /** The portal that a path belongs to, however it is written; empty for the API and for files. */
    public static Optional<Portal> of(String path) {
        Matcher first = FIRST_PART.matcher(path);
        return first.lookingAt() ? named(first.group(1)) : Optional.empty();
    }
}
