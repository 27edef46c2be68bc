package io.sspr.contract.reset;

/**
 * One mail that tells somebody about a reset, be it finished or stuck.
 *
 * @param language {@code ja} or {@code en}
 */
public record Notice(Audience audience, String address, String language) {
    /** Who is told: the user (R-NTF-01), or administrators (R-NTF-02, R-HLP-03). */
    public enum Audience {
        USER,
        ADMINISTRATOR
    }
}
