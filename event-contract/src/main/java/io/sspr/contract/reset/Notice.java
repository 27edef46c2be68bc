package io.sspr.contract.reset;

/**
 * One mail that tells somebody about a finished reset.
 *
 * @param language {@code ja} or {@code en}
 */
public record Notice(Audience audience, String address, String language) {
    /** Who is told: the user (R-NTF-01) or the other administrators (R-NTF-02). */
    public enum Audience {
        USER,
        ADMINISTRATOR
    }
}
