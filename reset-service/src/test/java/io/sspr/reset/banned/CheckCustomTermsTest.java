package io.sspr.reset.banned;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.banned.CheckCustomTerms.Checked;
import io.sspr.reset.problem.Fault;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCustomTermsTest {
    @Test
    void keepsTermsAsWritten_R_BAN_10() {
        Checked checked = CheckCustomTerms.check(List.of("Contoso", "  C0pp3r ", "新宿支店", "blue sky"));

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.terms()).containsExactly("Contoso", "C0pp3r", "新宿支店", "blue sky");
    }

    @Test
    void hasNothingToSayAboutNoTerms_R_CFG_21() {
        assertThat(CheckCustomTerms.check(List.of())).isEqualTo(new Checked(List.of(), List.of()));
        assertThat(CheckCustomTerms.check(null)).isEqualTo(new Checked(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "abc", " abc ", "abcdefghijklmnopq", "🐎🐎🐎"})
    void refusesTermsThatAreNotOfFourToSixteenCharacters_R_BAN_10_R_CFG_21(String term) {
        Checked checked = CheckCustomTerms.check(List.of("contoso", term, "widget"));

        assertThat(checked.faults()).containsExactly(new Fault("banned.custom[1]", "bannedTerm.length"));
        assertThat(checked.terms()).containsExactly("contoso", "widget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "abcdefghijklmnop", "🐎🐎🐎🐎", "🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎"})
    void acceptsFourToSixteenCharactersCountedAsCodePoints_R_BAN_10_R_CFG_21(String term) {
        assertThat(CheckCustomTerms.check(List.of(term)).faults()).isEmpty();
    }

    @Test
    void refusesATermThatIsMissing_R_BAN_10() {
        assertThat(CheckCustomTerms.check(Arrays.asList("contoso", null)).faults())
                .containsExactly(new Fault("banned.custom[1]", "bannedTerm.length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso\nwidget", "contoso\r", "con\ttoso", "con\u2028toso", "con\u0000toso"})
    void wantsOneTermPerLine_R_BAN_10(String term) {
        List<Fault> faults = CheckCustomTerms.check(List.of("x" + term + "x")).faults();

        assertThat(faults).containsExactly(new Fault("banned.custom[0]", "bannedTerm.oneLine"));
    }

    @Test
    void keepsTheFirstOfTermsThatAreTheSameWhenNormalised_R_BAN_10() {
        Checked checked = CheckCustomTerms.check(List.of("Contoso", "widget", "C0NTO$O", "contoso", "W1DGET"));

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.terms()).containsExactly("Contoso", "widget", "W1DGET"); // 1 reads as l
    }

    @Test
    void acceptsAThousandTermsAndNoMore_R_BAN_10_R_CFG_21() {
        assertThat(CheckCustomTerms.check(terms(1000)).faults()).isEmpty();
        assertThat(CheckCustomTerms.check(terms(1001)).faults())
                .containsExactly(new Fault("banned.custom", "bannedTerm.number"));
    }

    @Test
    void looksAtNoneOfFarTooMany_R_CFG_21() {
        assertThat(CheckCustomTerms.check(Collections.nCopies(10_000, "a")).faults())
                .hasSize(10_000);
        assertThat(CheckCustomTerms.check(Collections.nCopies(10_001, "a")).faults())
                .containsExactly(new Fault("banned.custom", "bannedTerm.number"));
    }

    @Test
    void countsTermsAfterRemovingDoubles_R_BAN_10() {
        List<String> doubled = Stream.concat(terms(1000).stream(), Collections.nCopies(5, "TERM-2222").stream())
                .toList();

        assertThat(CheckCustomTerms.check(doubled).faults()).isEmpty();
        assertThat(CheckCustomTerms.check(doubled).terms()).hasSize(1000);
    }

    @Test
    void namesEveryFault_R_BAN_10() {
        assertThat(CheckCustomTerms.check(List.of("a", "contoso", "b")).faults())
                .extracting(Fault::where)
                .containsExactly("banned.custom[0]", "banned.custom[2]");
    }

    private static List<String> terms(int number) {
        return IntStream.range(2000, 2000 + number).mapToObj(i -> "term-" + i).toList();
    }
}
