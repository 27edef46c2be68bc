package io.sspr.audit.record;

/** The activities of the audit log, by the names that administrators search for. Source: R-AUD-20 … R-AUD-30. */
enum Activity {
    BLOCKED("Blocked from self-service password reset", Area.PASSWORD),
    /** Our own: an administrator ended a block before its time. */
    UNBLOCKED("Unblocked from self-service password reset", Area.PASSWORD),
    CHANGE("Change password (self-service)", Area.PASSWORD),
    RESET("Reset password (self-service)", Area.PASSWORD),
    RESET_BY_ADMIN("Reset password (by admin)", Area.PASSWORD),
    PROGRESS("Self-service password reset flow activity progress", Area.PASSWORD),
    UNLOCK("Unlock user account (self-service)", Area.PASSWORD),
    /** Our own: an administrator let somebody in again who was locked out. */
    UNLOCK_BY_ADMIN("Unlock user account (by admin)", Area.PASSWORD),
    REGISTERED("User registered for self-service password reset", Area.PASSWORD, "Add"),
    SECURITY_INFO_SAVED("Security info saved for self-service password reset", Area.PASSWORD),
    POLICY_CHANGE("Self-service password reset policy changes", Area.PASSWORD),
    /** Our own: what became of a message to somebody, be it for a reset, for a registration, or about a change. */
    MESSAGE("Message to user", Area.PASSWORD),
    /** Our own: too many wrong passwords in a row. */
    SIGN_IN_LOCKED("Locked out of sign-in", Area.PASSWORD),

    WRITEBACK_ENABLED("Enable password writeback for directory", Area.DIRECTORY),
    WRITEBACK_DISABLED("Disable password writeback for directory", Area.DIRECTORY),
    /** Our own: an administrator may now let one agent in. */
    ONBOARDING_TOKEN("Issue writeback agent onboarding token", Area.DIRECTORY, "Add"),
    /** Our own: an agent has exchanged keys with the cloud side. */
    AGENT_ONBOARDED("Onboard writeback agent", Area.DIRECTORY, "Add"),
    /** Our own. */
    AGENT_KEYS("Roll writeback agent keys", Area.DIRECTORY),
    /** Our own: an agent's keys are worth nothing any more. */
    AGENT_OFFBOARDED("Offboard writeback agent", Area.DIRECTORY, "Delete"),
    /** Our own: a message in an agent's name that no agent of the tenant has signed. */
    AGENT_DISTRUSTED("Writeback agent message distrusted", Area.DIRECTORY),
    /** Our own: what an agent found on-premises is known to the cloud. */
    DIRECTORY_SYNCHRONISED("Synchronise directory", Area.DIRECTORY),
    /** Our own: what an agent said to something that is no part of a reset. */
    AGENT_ANSWER("Writeback agent answer", Area.DIRECTORY),
    /** Our own: what an agent wrote into its event log. */
    AGENT_EVENT("Writeback agent event", Area.DIRECTORY),

    REGISTRATION_STARTED("User started security info registration", Area.SECURITY_INFO),
    SECURITY_INFO_DELETED("User deleted security info", Area.SECURITY_INFO, "Delete"),
    SECURITY_INFO_REVIEWED("User reviewed security info", Area.SECURITY_INFO),
    /** Our own: the steps by which a user proves that data is theirs, or who they are, before anything is stored or shown. */
    SECURITY_INFO_VERIFICATION("Security info verification progress", Area.SECURITY_INFO);

    /** Where an activity is filed: its category, and the service that is said to have logged it. Source: R-AUD-01. */
    private enum Area {
        PASSWORD("UserManagement", "Self-service Password Management"),
        DIRECTORY("DirectoryManagement", "Self-service Password Management"),
        SECURITY_INFO("UserManagement", "Authentication Methods");

        private final String category;
        private final String service;

        Area(String category, String service) {
            this.category = category;
            this.service = service;
        }
    }

    private final String displayName;
    private final Area area;
    private final String operation;

    Activity(String displayName, Area area) {
        this(displayName, area, "Update");
    }

    Activity(String displayName, Area area, String operation) {
        this.displayName = displayName;
        this.area = area;
        this.operation = operation;
    }

    String displayName() {
        return displayName;
    }

    String category() {
        return area.category;
    }

    String service() {
        return area.service;
    }

    /** {@code Add}, {@code Update} or {@code Delete}. */
    String operation() {
        return operation;
    }
}
