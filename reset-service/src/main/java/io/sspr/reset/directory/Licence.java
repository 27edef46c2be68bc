package io.sspr.reset.directory;

import java.util.stream.Stream;

/** A plan that can be assigned to a user or a group, and what it allows. Source: R-LIC-02, R-LIC-03. */
public enum Licence {
    FREE("Free", false, false),
    OFFICE_365_E1("Office 365 E1", true, false),
    OFFICE_365_E3("Office 365 E3", true, false),
    OFFICE_365_E5("Office 365 E5", true, false),
    M365_BUSINESS_STANDARD("Microsoft 365 Business Standard", true, false),
    M365_BUSINESS_PREMIUM("Microsoft 365 Business Premium", true, true),
    M365_F1("Microsoft 365 F1", true, true),
    M365_E3("Microsoft 365 E3", true, true),
    M365_E5("Microsoft 365 E5", true, true),
    EMS_E3("EMS E3", true, true),
    EMS_E5("EMS E5", true, true),
    ENTRA_P1("Entra ID P1", true, true),
    ENTRA_P2("Entra ID P2", true, true);

    private final String label;
    private final boolean reset;
    private final boolean writeback;

    Licence(String label, boolean reset, boolean writeback) {
        this.label = label;
        this.reset = reset;
        this.writeback = writeback;
    }

    /** What the plan is called, in any language. */
    public String label() {
        return label;
    }

    /** Whether a password that the cloud masters may be reset. */
    public boolean allowsReset() {
        return reset;
    }

    /** Plans that include P1: own banned terms and own lockout values. Source: R-LIC-04. */
    public static Stream<Licence> premium() {
        return Stream.of(values()).filter(Licence::allowsWriteback);
    }

    /** Whether a password that is mastered on-premises may be reset. */
    public boolean allowsWriteback() {
        return writeback;
    }
}
