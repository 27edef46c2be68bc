package io.sspr.reset.session;

import java.util.Locale;

/** The pages of a reset that come after the first, by the last part of their addresses. Where a reset stands decides which of them there are. */
public enum WalkStep {
    INTENT,
    METHODS,
    PHONE,
    CODE,
    PASSWORD,
    UNLOCK,
    RESULT;

    /** {@code /passwordreset/methods}. */
    public String address() {
        return "/passwordreset/" + name().toLowerCase(Locale.ROOT);
    }
}
