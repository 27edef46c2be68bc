package io.sspr.sandbox.tour;

import java.security.SecureRandom;

/**
 * Passwords of the tour: never the same twice, and refused by no policy of the demo. Without vowels in their random part they can hold nobody's name;
 * with so many characters that no list knows they have points enough whatever else is in them. Source: R-BAN-05, R-BAN-06, R-ADP-02, R-CLD-01.
 */
final class TourPassword {
    static final String PREFIX = "Tour-7q";

    private static final String CONSONANTS = "bcdfghjkmnpqrstvwxz";
    private static final int LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TourPassword() {}

    static String random() {
        StringBuilder password = new StringBuilder(PREFIX);
        RANDOM.ints(LENGTH, 0, CONSONANTS.length()).forEach(at -> password.append(CONSONANTS.charAt(at)));
        return password.toString();
    }
}
