package io.sspr.reset.banned;

import static io.sspr.reset.banned.BannedPasswordsTest.breakdown;
import static io.sspr.reset.banned.BannedPasswordsTest.evaluate;
import static io.sspr.reset.banned.Evaluation.Origin.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.banned.Evaluation.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which matches are chosen. Breakdown: [term] exact, [window~term] fuzzy, everything else a remaining character. */
class BannedMatchesTest {
    @ParameterizedTest
    @CsvSource({
        "passpassword, pass password,   [pass][password]", // a term and one that begins with it
        "password,     pass password,   [password]", // nested: the longer one leaves fewer points
        "passwordpass, pass password,   [password][pass]",
        "passpass,     pass,            [pass][pass]", // one term twice counts twice
        "abcdefgh,     abcd cdefgh efgh, [abcd][efgh]", // 2 + 0 beats ab + 1
        "abcdefghi,    abcdef defghi,   [abcdef]ghi", // same points, same cover: leftmost
        "abcdefghij,   abcde bcdefghij, a[bcdefghij]", // fewer points beat leftmost
        "abcdefghi,    abcd efghi abcdefgh, [abcd][efghi]", // 2 points either way: more characters covered
        "abcdefghi,    abcd abcde efghi fghi, [abcde][fghi]", // same again: the longer first
        "aaaaaaaaa,    aaaa,            [aaaa][aaaa]a",
        "xxabcdxx,     abcd abcd,       xx[abcd]xx" // a term listed twice is one term
    })
    void exactMatchesAreChosenForTheFewestPoints_R_BAN_03(String password, String terms, String breakdown) {
        assertThat(breakdown(evaluate(password, terms.split(" ")))).isEqualTo(breakdown);
    }

    @ParameterizedTest
    @CsvSource({
        "abcdxf,    [abcdxf~abcdef]", // substitution
        "xbcdef,    [xbcdef~abcdef]",
        "abcxdef,   [abcxdef~abcdef]", // insertion: the password has one more
        "abdef,     [abdef~abcdef]", // deletion: the password lacks one
        "bcdef,     [bcdef~abcdef]",
        "--abdef--, --[abdef~abcdef]--",
        "abcdxfabcdf, [abcdxf~abcdef][abcdf~abcdef]",
        "abxxef,    abxxef", // two substitutions
        "abdcef,    abdcef", // a transposition is two edits
        "abcd,      abcd" // two deletions
    })
    void fuzzyMatchIsExactlyOneEditAway_R_BAN_04(String password, String breakdown) {
        assertThat(breakdown(evaluate(password, "abcdef"))).isEqualTo(breakdown);
    }

    @Test
    void fourCharacterTermsAreExactOnly_R_BAN_04() {
        assertThat(breakdown(evaluate("abcx-abc-abxcd", "abcd"))).isEqualTo("abcx-abc-abxcd");
        assertThat(breakdown(evaluate("abcx-abcd", "abcd"))).isEqualTo("abcx-[abcd]");
    }

    @Test
    void fiveCharactersAreEnoughForAFuzzyMatch_R_BAN_04() {
        assertThat(breakdown(evaluate("wxyz", "vwxyz"))).isEqualTo("[wxyz~vwxyz]");
        assertThat(breakdown(evaluate("vvwxyyz", "vwxyz"))).isEqualTo("v[vwxyyz~vwxyz]");
    }

    @Test
    void lengthOfATermIsThatOfItsNormalisedForm_R_BAN_04() {
        assertThat(breakdown(evaluate("@bc$", "@bc$"))).isEqualTo("[abcs]");
        assertThat(breakdown(evaluate("abcx", "@bc$"))).isEqualTo("abcx");
    }

    @Test
    void fuzzyMatchNeverReachesIntoAnExactOne_R_BAN_04() {
        assertThat(breakdown(evaluate("blankf", "blank"))).isEqualTo("[blank]f");
        assertThat(breakdown(evaluate("abcdwxyz", "abcd", "qwxyz"))).isEqualTo("[abcd][wxyz~qwxyz]");
        assertThat(breakdown(evaluate("abcdwxy", "abcd", "dwxyz"))).isEqualTo("[abcd]wxy");
    }

    @Test
    void exactMatchComesFirstEvenIfAFuzzyOneWouldLeaveFewerPoints_R_BAN_04() {
        assertThat(breakdown(evaluate("pxssword", "password"))).isEqualTo("[pxssword~password]");
        assertThat(breakdown(evaluate("pxssword", "password", "word"))).isEqualTo("pxss[word]");
    }

    @Test
    void fuzzyMatchesAreChosenForTheFewestPoints_R_BAN_04() {
        assertThat(breakdown(evaluate("abcdefxhij", "abcdefghij", "abcdx"))).isEqualTo("[abcdefxhij~abcdefghij]");
        assertThat(breakdown(evaluate("abcxefghx", "abcde", "efghi"))).isEqualTo("[abcxe~abcde]fghx");
        assertThat(breakdown(evaluate("abcxeefghx", "abcde", "efghi"))).isEqualTo("[abcxe~abcde][efghx~efghi]");
    }

    @Test
    void placesAreCodePoints_R_BAN_03() {
        assertThat(evaluate("🐎contoso🐎", "contoso").matches())
                .containsExactly(new Match("contoso", 1, 8, false, CUSTOM));
        assertThat(breakdown(evaluate("🐎🐎🐎🐎!", "🐎🐎🐎🐎"))).isEqualTo("[🐎🐎🐎🐎]!");
    }
}
