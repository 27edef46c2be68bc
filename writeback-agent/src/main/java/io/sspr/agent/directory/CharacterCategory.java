package io.sspr.agent.directory;

import java.util.Optional;

/**
 * The five kinds of characters of which a complex password mixes three. A character is of one kind at most; currency
 * signs, spaces, other digits than 0 to 9 and the like are of none. Source: R-ADP-02.
 */
enum CharacterCategory {
    UPPER,
    LOWER,
    DIGIT,
    SPECIAL,
    /** A letter of a script without case, such as kanji and kana. */
    OTHER_LETTER;

    private static final String SPECIALS = "~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/";

    static Optional<CharacterCategory> of(int codePoint) {
        if (codePoint >= '0' && codePoint <= '9') {
            return Optional.of(DIGIT);
        }
        if (SPECIALS.indexOf(codePoint) >= 0) {
            return Optional.of(SPECIAL);
        }
        if (!Character.isLetter(codePoint)) {
            return Optional.empty();
        }
        if (Character.isUpperCase(codePoint)) {
            return Optional.of(UPPER);
        }
        return Optional.of(Character.isLowerCase(codePoint) ? LOWER : OTHER_LETTER);
    }
}
