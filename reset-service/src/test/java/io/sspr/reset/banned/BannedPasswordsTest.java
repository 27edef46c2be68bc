package io.sspr.reset.banned;

import static io.sspr.reset.banned.Evaluation.Origin.CUSTOM;
import static io.sspr.reset.banned.Evaluation.Origin.GLOBAL;
import static io.sspr.reset.banned.Evaluation.Verdict.ACCEPTED;
import static io.sspr.reset.banned.Evaluation.Verdict.TOO_FEW_POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.banned.Evaluation.Match;
import io.sspr.reset.banned.Evaluation.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BannedPasswordsTest {
    /* Breakdown: [term] exact, [window~term] fuzzy, everything else a remaining character. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
        BP-01, Bl@nK, blank, blank, [blank], 1, TOO_FEW_POINTS
        BP-02, abcdeg, abcdef, abcdeg, [abcdeg~abcdef], 1, TOO_FEW_POINTS
        BP-03, abcdefg, abcdef, abcdefg, [abcdef]g, 2, TOO_FEW_POINTS
        BP-04, abcde, abcdef, abcde, [abcde~abcdef], 1, TOO_FEW_POINTS
        BP-06, C0ntos0Blank12, contoso blank, contosoblankl2, [contoso][blank]l2, 4, TOO_FEW_POINTS
        BP-07, ContoS0Bl@nkf9!, contoso blank, contosoblankf9!, [contoso][blank]f9!, 5, ACCEPTED
        BP-08, Contoso!1, contoso london widget, contoso!l, [contoso]!l, 3, TOO_FEW_POINTS
        BP-09, Contoso@London, contoso london widget, contosoalondon, [contoso]a[london], 3, TOO_FEW_POINTS
        BP-11, !Contoso, contoso london widget, !contoso, ![contoso], 2, TOO_FEW_POINTS
        BP-13, Contoso123, contoso, contosol23, [contoso]l23, 4, TOO_FEW_POINTS
        BP-14, Contoso1234, contoso, contosol234, [contoso]l234, 5, ACCEPTED
        BP-17, P@$$w0rd1!, password, passwordl!, [password]l!, 3, TOO_FEW_POINTS
        BP-21, LondonWidgetContosoBlank, contoso london widget blank, londonwidgetcontosoblank, [london][widget][contoso][blank], 4, TOO_FEW_POINTS
        BP-23, Xk7#vQ9!mZ, contoso blank, xk7#vq9!mz, xk7#vq9!mz, 10, ACCEPTED
        """)
    void vectorsHold_R_BAN_02_R_BAN_03_R_BAN_04_R_BAN_06(
            String id,
            String password,
            String terms,
            String normalised,
            String breakdown,
            int points,
            Verdict verdict) {
        Evaluation evaluation = evaluate(password, terms.split(" "));

        assertThat(evaluation.normalised().reveal()).isEqualTo(normalised);
        assertThat(breakdown(evaluation)).isEqualTo(breakdown);
        assertThat(evaluation.points()).isEqualTo(points);
        assertThat(evaluation.verdict()).isEqualTo(verdict);
    }

    @Test
    void oneReadsAsLEvenWhereTheDocumentationPrintsOne_R_BAN_11() {
        Evaluation evaluation = evaluate("C0ntos0Blank12", "contoso", "blank");

        assertThat(evaluation.normalised().reveal()).isEqualTo("contosoblankl2");
        assertThat(evaluation.points()).isEqualTo(4);
    }

    @Test
    void globalAndCustomTermsCountTogether_R_BAN_01() {
        BannedPasswords both = BannedPasswords.of(List.of("password"), List.of("contoso"));
        Evaluation evaluation = both.evaluate(Secret.of("ContosoPassword12"), List.of());

        assertThat(breakdown(evaluation)).isEqualTo("[contoso][password]l2");
        assertThat(evaluation.matches()).extracting(Match::origin).containsExactly(CUSTOM, GLOBAL);
        assertThat(evaluation.verdict()).isEqualTo(TOO_FEW_POINTS);
    }

    @Test
    void otherCustomTermsLeaveTheGlobalOnesInForce_R_BAN_01() {
        BannedPasswords contoso = BannedPasswords.of(List.of("password"), List.of("contoso"));
        BannedPasswords fabrikam = contoso.withCustom(List.of("fabrikam"));

        assertThat(fabrikam.evaluate(Secret.of("Password1"), List.of()).points())
                .isEqualTo(2);
        assertThat(fabrikam.evaluate(Secret.of("Fabrikam1"), List.of()).points())
                .isEqualTo(2);
        assertThat(fabrikam.evaluate(Secret.of("Contoso1"), List.of()).points()).isEqualTo(8);
        assertThat(contoso.evaluate(Secret.of("Contoso1"), List.of()).points()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"contoso", "CONTOSO", "c0nt0s0", "C0NTO$O", "cont0$0"})
    void termsAreNormalisedLikePasswords_R_BAN_02(String term) {
        assertThat(breakdown(evaluate("C0nToSo12", term))).isEqualTo("[contoso]l2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11111111", "00000000", "13579111"})
    void termsOfDigitsAreTerms_R_BAN_02(String digits) {
        assertThat(evaluate(digits + "!", digits).points()).isEqualTo(2);
    }

    @Test
    void lowerCaseDoesNotDependOnTheMachine_R_BAN_02() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(evaluate("FIJI-WIDGET", "widget", "fiji").points()).isEqualTo(3);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void fullWidthLettersAreOtherLetters_R_BAN_02() {
        assertThat(breakdown(evaluate("ｃｏｎｔｏｓｏ", "contoso"))).isEqualTo("ｃｏｎｔｏｓｏ");
        assertThat(breakdown(evaluate("Ｃｏｎｔｏｓｏ", "ｃｏｎｔｏｓｏ"))).isEqualTo("[ｃｏｎｔｏｓｏ]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, TOO_FEW_POINTS",
        "abcd, 4, TOO_FEW_POINTS",
        "abcde, 5, ACCEPTED",
        "🐎🐎🐎🐎, 4, TOO_FEW_POINTS",
        "🐎🐎🐎🐎🐎, 5, ACCEPTED"
    })
    void fivePointsAreEnoughAndCharactersAreCodePoints_R_BAN_06(String password, int points, Verdict verdict) {
        Evaluation evaluation = none().evaluate(Secret.of(password), List.of());

        assertThat(evaluation.points()).isEqualTo(points);
        assertThat(evaluation.verdict()).isEqualTo(verdict);
    }

    @Test
    void longPasswordIsWorthItsCharactersToo_R_BAN_06() {
        assertThat(evaluate("contoso".repeat(36) + "1234", "contoso").points()).isEqualTo(40);
        assertThat(evaluate("x".repeat(256), "contoso").points()).isEqualTo(256);
        assertThat(evaluate("a".repeat(256), "a".repeat(16), "aaaa").points()).isEqualTo(16);
    }

    @Test
    void passwordThatCannotHaveTooFewPointsIsNotSearched_R_BAN_06() {
        BannedPasswords banned = BannedPasswords.of(List.of(), List.of("a".repeat(16)));

        assertThat(banned.evaluate(Secret.of("a".repeat(1024)), List.of()).points())
                .isEqualTo(64);
        assertThat(banned.evaluate(Secret.of("a".repeat(1025)), List.of()).points())
                .isEqualTo(1025);
        assertThat(banned.evaluate(Secret.of("a".repeat(1_000_000)), List.of()).verdict())
                .isEqualTo(ACCEPTED);
    }

    @Test
    void everyOneOfAThousandTermsIsFound_R_CFG_21() {
        List<String> terms =
                IntStream.range(0, 1000).mapToObj("term-%04d"::formatted).toList();
        BannedPasswords banned = BannedPasswords.of(List.of(), terms);

        assertThat(terms)
                .allSatisfy(term -> assertThat(banned.evaluate(Secret.of(term + "!"), List.of())
                                .points())
                        .isEqualTo(2));
    }

    @Test
    void onlyTooFewPointsWithACustomTermAreTheAdministratorsDoing_R_ERR_98() {
        BannedPasswords banned = BannedPasswords.of(List.of("password"), List.of("contoso"));

        assertThat(banned.evaluate(Secret.of("Contoso1"), List.of()).isBlockedByCustomTerm())
                .isTrue();
        assertThat(banned.evaluate(Secret.of("Contosa1"), List.of()).isBlockedByCustomTerm())
                .isTrue();
        assertThat(banned.evaluate(Secret.of("ContosoPassword"), List.of()).isBlockedByCustomTerm())
                .isTrue();
        assertThat(banned.evaluate(Secret.of("Password1"), List.of()).isBlockedByCustomTerm())
                .isFalse();
        assertThat(banned.evaluate(Secret.of("Contoso-9876"), List.of()).isBlockedByCustomTerm())
                .isFalse();
        assertThat(banned.evaluate(Secret.of("Hagens-9876"), List.of("Hagens")).isBlockedByCustomTerm())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password1", "Passwort1"})
    void termOfBothListsIsTheAdministrators_R_ERR_98(String password) {
        BannedPasswords banned = BannedPasswords.of(List.of("password"), List.of("P@ssw0rd"));

        assertThat(banned.evaluate(Secret.of(password), List.of()).matches())
                .extracting(Match::origin)
                .containsExactly(CUSTOM);
    }

    @Test
    void nothingOfThePasswordIsPrinted_R_BAN_07() {
        Evaluation evaluation = evaluate("Contoso12", "contoso");

        assertThat(evaluation).hasToString("Evaluation[TOO_FEW_POINTS]");
        assertThat(evaluation.matches()).hasToString("[Match[hidden]]");
    }

    private static BannedPasswords none() {
        return BannedPasswords.of(List.of(), List.of());
    }

    static Evaluation evaluate(String password, String... terms) {
        return BannedPasswords.of(List.of(), List.of(terms)).evaluate(Secret.of(password), List.of());
    }

    static String breakdown(Evaluation evaluation) {
        int[] text = evaluation.normalised().reveal().codePoints().toArray();
        StringBuilder breakdown = new StringBuilder();
        int at = 0;
        for (Match match : evaluation.matches()) {
            breakdown.append(new String(text, at, match.start() - at)).append('[');
            if (match.fuzzy()) {
                breakdown
                        .append(new String(text, match.start(), match.length()))
                        .append('~');
            }
            breakdown.append(match.term()).append(']');
            at = match.end();
        }
        return breakdown.append(new String(text, at, text.length - at)).toString();
    }
}
