package io.sspr.agent.directory;

import io.sspr.contract.seal.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The directory's password policy as far as the agent judges it before it asks the directory: everything but history
 * and filters. It must never refuse what the directory would take, since the directory has the last word anyway; so in
 * doubt it lets a password pass. Lengths are counted in UTF-16 units, as the directory does; kinds of characters are
 * counted by code point, which can only be milder. Source: R-ADP-01 … R-ADP-06.
 *
 * @param minimumLength in UTF-16 units
 * @param complexity whether three kinds of characters are needed and names are forbidden
 * @param historyLength how many former passwords the directory refuses
 * @param minimumAge how old a password must be before it may be replaced; zero for no limit
 */
public record OnPremisesPolicy(int minimumLength, boolean complexity, int historyLength, Duration minimumAge) {
    /** For accounts under a policy that the agent cannot read: only the directory knows. */
    static final OnPremisesPolicy LEFT_TO_DIRECTORY = new OnPremisesPolicy(0, false, 0, Duration.ZERO);

    private static final int MAXIMUM_LENGTH = 256;
    private static final int CATEGORIES_NEEDED = 3;
    private static final int SHORTEST_NAME = 3;
    private static final Pattern BETWEEN_TOKENS = Pattern.compile("[,.\\-\u2010-\u2015_ #\t]+");

    /** The first rule that would be broken if {@code account} got {@code password} now; empty if none is. */
    public Optional<PolicyRule> brokenBy(Secret password, DirectoryAccount account, Instant now) {
        // First, since no other password would help.
        if (isTooYoung(account, now)) {
            return Optional.of(PolicyRule.MINIMUM_AGE);
        }
        String text = password.reveal();
        if (text.isEmpty() || text.length() > MAXIMUM_LENGTH) {
            return Optional.of(PolicyRule.LENGTH);
        }
        if (account.needsNoPassword()) {
            return Optional.empty();
        }
        if (text.length() < minimumLength) {
            return Optional.of(PolicyRule.LENGTH);
        }
        return complexity ? brokenComplexity(text, account) : Optional.empty();
    }

    private boolean isTooYoung(DirectoryAccount account, Instant now) {
        return account.passwordSetAt()
                // Without a limit not even a password that a fast clock dates into the future is too young.
                .filter(setAt -> !minimumAge.isZero() && now.isBefore(setAt.plus(minimumAge)))
                .isPresent();
    }

    private static Optional<PolicyRule> brokenComplexity(String text, DirectoryAccount account) {
        if (categories(text).size() < CATEGORIES_NEEDED) {
            return Optional.of(PolicyRule.COMPLEXITY);
        }
        if (containsName(text, account.samAccountName())) {
            return Optional.of(PolicyRule.ACCOUNT_NAME);
        }
        return BETWEEN_TOKENS.splitAsStream(account.displayName()).anyMatch(token -> containsName(text, token))
                ? Optional.of(PolicyRule.DISPLAY_NAME)
                : Optional.empty();
    }

    private static Set<CharacterCategory> categories(String text) {
        Set<CharacterCategory> found = EnumSet.noneOf(CharacterCategory.class);
        text.codePoints().forEach(character -> CharacterCategory.of(character).ifPresent(found::add));
        return found;
    }

    private static boolean containsName(String text, String name) {
        if (name.length() < SHORTEST_NAME) {
            return false;
        }
        for (int start = 0; start + name.length() <= text.length(); start++) {
            if (text.regionMatches(true, start, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }
}
