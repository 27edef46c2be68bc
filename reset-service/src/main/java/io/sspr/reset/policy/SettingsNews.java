package io.sspr.reset.policy;

/** What came of sending a form with settings. */
public enum SettingsNews {
    SAVED("success", "status", 200),
    REJECTED("error", "alert", 422),
    OUTDATED("warning", "alert", 412);

    private final String tone;
    private final String role;
    private final int status;

    SettingsNews(String tone, String role, int status) {
        this.tone = tone;
        this.role = role;
        this.status = status;
    }

    /** The kind of notice, in the words of the style sheet. */
    public String tone() {
        return tone;
    }

    /** Whether assistive technology interrupts for it. */
    public String role() {
        return role;
    }

    int status() {
        return status;
    }
}
