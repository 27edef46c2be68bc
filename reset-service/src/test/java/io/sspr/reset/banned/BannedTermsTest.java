package io.sspr.reset.banned;

import static io.sspr.reset.banned.BannedPasswordsTest.breakdown;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BannedTermsTest {
    private static final List<String> TERMS = BannedTerms.global();
    private static final BannedPasswords GLOBAL = BannedPasswords.of(TERMS, List.of());

    @Test
    void areAThousandWordsAtLeast_R_BAN_01() {
        assertThat(TERMS.stream().filter(term -> term.matches("[a-z]+"))).hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "welcome",
                "summer",
                "december",
                "friday",
                "michael",
                "tiger",
                "purple",
                "banana",
                "football", // English
                "qwerty",
                "asdfghjkl",
                "zxcvbnm",
                "1qaz2wsx",
                "1q2w3e4r",
                "!qaz2wsx",
                "123456789",
                "abcdefgh", // walks and runs
                "sakura",
                "arigatou",
                "konnichiwa",
                "tokyo",
                "nihon",
                "takahashi",
                "hiroshi",
                "onigiri",
                "himitsu" // romaji
            })
    void holdWordsWalksAndRomaji_R_BAN_01(String term) {
        assertThat(TERMS).contains(term);
    }

    @Test
    void haveFourToSixteenCharactersThatCanBeTyped_R_BAN_01() {
        assertThat(TERMS).allMatch(term -> term.matches("[a-z0-9!@#$%^&*()]{4,16}"));
        assertThat(TERMS).noneMatch(term -> term.startsWith("#"));
    }

    @Test
    void areSortedAndDifferentWhenNormalised_R_BAN_01_R_BAN_02() {
        assertThat(TERMS).isSorted();
        assertThat(TERMS.stream().map(Normalise::text)).doesNotHaveDuplicates();
    }

    @Test
    void ofFourCharactersHideNoLongerOne_R_BAN_04() {
        List<String> normalised = TERMS.stream().map(Normalise::text).toList();
        List<String> longer =
                normalised.stream().filter(term -> term.length() > 4).toList();

        assertThat(normalised.stream()
                        .filter(term -> term.length() == 4)
                        .filter(term -> longer.stream().anyMatch(other -> other.contains(term))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commonPasswords")
    void refuseCommonPasswordsThatFitTheOtherRules_R_BAN_01(String password) {
        Evaluation evaluation = GLOBAL.evaluate(Secret.of(password), List.of());

        assertThat(evaluation.isAccepted()).as(breakdown(evaluation)).isFalse();
        assertThat(evaluation.isBlockedByCustomTerm()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xk7#vQ9!mZ",
                "Tr0ub4dor&3",
                "correct-Horse-battery-9",
                "Fresh-Copper-2026",
                "Demo-Keystone-99!",
                "Kyoto#Maple2026",
                "Zebra-Cactus-91",
                "G7!kd9Qz",
                "aB3$fG7*kL",
                "Nu2&Yh6*Tb",
                "Quiet-Lake-2026",
                "N3w-Passw0rd-2026!"
            })
    void leaveGoodPasswordsAlone_R_BAN_06(String password) {
        Evaluation evaluation = GLOBAL.evaluate(Secret.of(password), List.of());

        assertThat(evaluation.isAccepted()).as(breakdown(evaluation)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
        BP-01, Bl@nK, blank, [blank]
        BP-02, abcdeg, abcdef, [abcdeg~abcdef]
        BP-03, abcdefg, abcdef, [abcdef]g
        BP-04, abcde, abcdef, [abcde~abcdef]
        BP-06, C0ntos0Blank12, contoso blank, [contoso][blank]l2
        BP-07, ContoS0Bl@nkf9!, contoso blank, [contoso][blank]f9!
        BP-08, Contoso!1, contoso london widget, [contoso]!l
        BP-09, Contoso@London, contoso london widget, [contoso]a[london]
        BP-11, !Contoso, contoso london widget, ![contoso]
        BP-13, Contoso123, contoso, [contoso]l23
        BP-14, Contoso1234, contoso, [contoso]l234
        BP-17, P@$$w0rd1!, password, [password]l!
        BP-21, LondonWidgetContosoBlank, contoso london widget blank, [london][widget][contoso][blank]
        BP-23, Xk7#vQ9!mZ, contoso blank, xk7#vq9!mz
        """)
    void takeNoPointsFromTheVectors_R_BAN_01(String id, String password, String custom, String breakdown) {
        BannedPasswords banned = GLOBAL.withCustom(List.of(custom.split(" ")));

        assertThat(breakdown(banned.evaluate(Secret.of(password), List.of()))).isEqualTo(breakdown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contoso123", "C0ntos0Blank12", "Contoso@London", "Widget-Contoso"})
    void holdNoTermOfTheExampleTenants_R_LIC_04(String password) {
        assertThat(GLOBAL.evaluate(Secret.of(password), List.of()).isAccepted()).isTrue();
    }

    static Stream<String> commonPasswords() throws IOException {
        try (InputStream file = BannedTermsTest.class.getResourceAsStream("/banned/common-passwords.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        }
    }
}
