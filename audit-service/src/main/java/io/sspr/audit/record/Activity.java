package io.sspr.audit.record;

/** The activities of the audit log, by the names that administrators search for. Source: R-AUD-20 … R-AUD-29. */
enum Activity {
    RESET("Reset password (self-service)", "UserManagement"),
    PROGRESS("Self-service password reset flow activity progress", "UserManagement"),
    POLICY_CHANGE("Self-service password reset policy changes", "UserManagement"),
    /** Our own: what an agent wrote into its event log. */
    AGENT_EVENT("Writeback agent event", "DirectoryManagement");

    private final String displayName;
    private final String category;

    Activity(String displayName, String category) {
        this.displayName = displayName;
        this.category = category;
    }

    String displayName() {
        return displayName;
    }

    String category() {
        return category;
    }
}
