package io.sspr.sandbox.directory;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Whether a password is varied enough and free of its owner's names. Source: R-ADP-02, R-ADP-03, R-ADP-04. */
final class PasswordComplexity {
    private static final int CATEGORIES_NEEDED = 3;
    private static final int SHORTEST_NAME = 3;
    private static final String SPECIALS = "~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/";
    private static final String BETWEEN_TOKENS = "[,.\\-\u2010-\u2015_ #\t]+";

    private enum Category {
        UPPER,
        LOWER,
        DIGIT,
        SPECIAL,
        OTHER_LETTER
    }

    private PasswordComplexity() {}

    static boolean accepts(String password, String samAccountName, String displayName) {
        return categories(password).size() >= CATEGORIES_NEEDED
                && !contains(password, samAccountName)
                && Arrays.stream(displayName.split(BETWEEN_TOKENS)).noneMatch(token -> contains(password, token));
    }

    private static Set<Category> categories(String password) {
        Set<Category> found = EnumSet.noneOf(Category.class);
        password.codePoints().forEach(character -> add(character, found));
        return found;
    }

    private static void add(int character, Set<Category> found) {
        if (Character.isUpperCase(character)) {
            found.add(Category.UPPER);
        } else if (Character.isLowerCase(character)) {
            found.add(Category.LOWER);
        } else if (character >= '0' && character <= '9') {
            found.add(Category.DIGIT);
        } else if (SPECIALS.indexOf(character) >= 0) {
            found.add(Category.SPECIAL);
        } else if (Character.isLetter(character)) {
            found.add(Category.OTHER_LETTER);
        }
    }

    private static boolean contains(String password, String name) {
        return name.length() >= SHORTEST_NAME
                && password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
