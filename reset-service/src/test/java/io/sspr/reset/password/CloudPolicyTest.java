package io.sspr.reset.password;

import static io.sspr.reset.password.CloudPolicy.Rule.CATEGORIES;
import static io.sspr.reset.password.CloudPolicy.Rule.CHARACTERS;
import static io.sspr.reset.password.CloudPolicy.Rule.LENGTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.password.CloudPolicy.Rule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudPolicyTest {
    private static final String SYMBOLS = "@#$%^&*-_!+=[]{}|\\:',.?/`~\"();<> ";

    @Test
    void refusesSevenCharacters_CP_01_R_CLD_03() {
        assertThat(brokenBy("Abcdef1")).containsExactly(LENGTH);
    }

    @Test
    void acceptsEightCharactersOfThreeCategories_CP_02_R_CLD_03_R_CLD_04() {
        assertThat(brokenBy("Abcdefg1")).isEmpty();
    }

    @Test
    void refusesTwoCategories_CP_03_R_CLD_04() {
        assertThat(brokenBy("abcdefg1")).containsExactly(CATEGORIES);
    }

    @Test
    void countsTheSpaceAsASymbol_CP_04_R_CLD_04() {
        assertThat(brokenBy("abc def1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Abcdéf12", "Abcdef1あ"})
    void refusesCharactersOutsideAscii_CP_06_R_CLD_02(String password) {
        assertThat(brokenBy(password)).containsExactly(CHARACTERS);
    }

    @Test
    void acceptsUpTo256Characters_R_CLD_03() {
        assertThat(brokenBy("Ab1" + "x".repeat(253))).isEmpty();
        assertThat(brokenBy("Ab1" + "x".repeat(254))).containsExactly(LENGTH);
    }

    @ParameterizedTest
    @MethodSource("symbols")
    void acceptsEverySymbolOfTheListAndCountsIt_R_CLD_02_R_CLD_04(String symbol) {
        assertThat(brokenBy("abcdef1" + symbol)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("otherAscii")
    void refusesControlCharacters_R_CLD_02(String control) {
        assertThat(brokenBy("Abcdefg1" + control)).containsExactly(CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Abcdefg１", "Abcdefg1\u00a0", "Abcdefg1€", "Abcdefg1🐎", "Abcdefg1\u0301"})
    void refusesLookAlikes_R_CLD_02(String password) {
        assertThat(brokenBy(password)).contains(CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcDEFGH!", "abcd1234!", "ABCD1234!", "abcdEFG1", "abcD123!"})
    void anyThreeCategoriesWillDo_R_CLD_04(String password) {
        assertThat(brokenBy(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefgh", "ABCDEFGH", "12345678", "!!!!!!!!", "abcdEFGH", "1234!!!!", "ABCD1234"})
    void oneOrTwoCategoriesWillNot_R_CLD_04(String password) {
        assertThat(brokenBy(password)).containsExactly(CATEGORIES);
    }

    @Test
    void charactersThatAreNotAllowedCountForNoCategory_R_CLD_04() {
        assertThat(brokenBy("abcdefÉ1")).containsExactly(CHARACTERS, CATEGORIES);
    }

    @Test
    void namesEveryBrokenRule_R_ERR_99() {
        assertThat(brokenBy("あ")).containsExactly(LENGTH, CHARACTERS, CATEGORIES);
        assertThat(brokenBy("")).containsExactly(LENGTH, CATEGORIES);
    }

    static Stream<String> symbols() {
        return SYMBOLS.chars().mapToObj(Character::toString);
    }

    static Stream<String> otherAscii() {
        return IntStream.concat(IntStream.range(0, ' '), IntStream.of(0x7f)).mapToObj(Character::toString);
    }

    private static List<Rule> brokenBy(String password) {
        return CloudPolicy.brokenBy(Secret.of(password));
    }
}
