package io.sspr.reset.password;

import io.sspr.contract.seal.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The rules for passwords that the cloud masters. Source: R-CLD-01 … R-CLD-04. */
final class CloudPolicy {
    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 256;
    private static final int MIN_CATEGORIES = 3;
    private static final String SYMBOLS = " @#$%^&*-_!+=[]{}|\\:',.?/`~\"();<>";

    private CloudPolicy() {}

    /** A rule of the policy. */
    enum Rule {
        LENGTH,
        CHARACTERS,
        CATEGORIES
    }

    /** The rules that a password breaks; empty if it may be used. */
    static List<Rule> brokenBy(Secret password) {
        String text = password.reveal();
        List<Rule> broken = new ArrayList<>();
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            broken.add(Rule.LENGTH);
        }
        if (!text.chars().allMatch(CloudPolicy::isAllowed)) {
            broken.add(Rule.CHARACTERS);
        }
        if (categories(text) < MIN_CATEGORIES) {
            broken.add(Rule.CATEGORIES);
        }
        return broken;
    }

    private static long categories(String text) {
        return List.<IntPredicate>of(
                        CloudPolicy::isUpper, CloudPolicy::isLower, CloudPolicy::isDigit, CloudPolicy::isSymbol)
                .stream()
                .filter(category -> text.chars().anyMatch(category))
                .count();
    }

    private static boolean isAllowed(int c) {
        return isUpper(c) || isLower(c) || isDigit(c) || isSymbol(c);
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSymbol(int c) {
        return SYMBOLS.indexOf(c) >= 0;
    }
}
