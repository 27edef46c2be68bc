package io.sspr.reset.directory;

import java.util.stream.Stream;

/** A plan that can be assigned to a user or a group, and what it allows. Source: R-LIC-02, R-LIC-03. */
public enum Licence {
    FREE(false, false),
    OFFICE_365_E1(true, false),
    OFFICE_365_E3(true, false),
    OFFICE_365_E5(true, false),
    M365_BUSINESS_STANDARD(true, false),
    M365_BUSINESS_PREMIUM(true, true),
    M365_F1(true, true),
    M365_E3(true, true),
    M365_E5(true, true),
    EMS_E3(true, true),
    EMS_E5(true, true),
    ENTRA_P1(true, true),
    ENTRA_P2(true, true);

    private final boolean reset;
    private final boolean writeback;

    Licence(boolean reset, boolean writeback) {
        this.reset = reset;
        this.writeback = writeback;
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
