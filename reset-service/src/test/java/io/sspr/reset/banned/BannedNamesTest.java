package io.sspr.reset.banned;

import static io.sspr.reset.banned.Evaluation.Verdict.ACCEPTED;
import static io.sspr.reset.banned.Evaluation.Verdict.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BannedNamesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"BP-05, p0LL23fb, Poll,, poll23fb, 8", "BP-25, Hagens#2024, Erin, Hagens, hagens#2o24, 11"})
    void nameIsRefusedWhateverThePoints_R_BAN_05(
            String id, String password, String first, String last, String normalised, int points) {
        Evaluation evaluation = none().evaluate(Secret.of(password), Arrays.asList(first, last));

        assertThat(evaluation.normalised().reveal()).isEqualTo(normalised);
        assertThat(evaluation.verdict()).isEqualTo(NAME);
        assertThat(evaluation.points()).isEqualTo(points);
        assertThat(evaluation.isAccepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Poll", "POLL", "p0ll", "PO11", " Poll "})
    void namesAreNormalisedToo_R_BAN_05(String name) {
        assertThat(none().evaluate(Secret.of("xxP0llxx-9876"), List.of(name)).verdict())
                .isEqualTo(NAME);
    }

    @Test
    void namesOfThreeCharactersDoNotCount_R_BAN_05() {
        assertThat(none().evaluate(Secret.of("Ann-3Xyz-9876"), List.of("Ann", "3xy"))
                        .verdict())
                .isEqualTo(ACCEPTED);
        assertThat(none().evaluate(Secret.of("山田太郎-3Xyz"), List.of("山田", "太郎")).verdict())
                .isEqualTo(ACCEPTED);
        assertThat(none().evaluate(Secret.of("山田太郎-3Xyz"), List.of("山田太郎")).verdict())
                .isEqualTo(NAME);
    }

    @Test
    void namesAreLongEnoughByCodePoints_R_BAN_05() {
        assertThat(none().evaluate(Secret.of("🐎🐎🐎-3Xyz-9876"), List.of("🐎🐎🐎"))
                        .verdict())
                .isEqualTo(ACCEPTED);
        assertThat(none().evaluate(Secret.of("🐎🐎🐎🐎-3Xyz-9876"), List.of("🐎🐎🐎🐎"))
                        .verdict())
                .isEqualTo(NAME);
    }

    @Test
    void everyStoredNameCountsAndMissingOnesDoNot_R_BAN_05() {
        List<String> names = Arrays.asList(null, "", "  ", "Erin", "Hagens", "Taro", "Contoso");

        assertThat(none().evaluate(Secret.of("Tar0-9876-xyz"), names).verdict()).isEqualTo(NAME);
        assertThat(none().evaluate(Secret.of("x-C0nt0so-9876"), names).verdict())
                .isEqualTo(NAME);
        assertThat(none().evaluate(Secret.of("Xk7#vQ9!mZ"), names).verdict()).isEqualTo(ACCEPTED);
    }

    @Test
    void namesAreExactOnly_R_BAN_05() {
        assertThat(none().evaluate(Secret.of("Hogens#2024"), List.of("Hagens")).verdict())
                .isEqualTo(ACCEPTED);
    }

    @Test
    void nameIsFoundInALongPasswordToo_R_BAN_05() {
        assertThat(none().evaluate(Secret.of("x".repeat(5000) + "Hagens"), List.of("Hagens"))
                        .verdict())
                .isEqualTo(NAME);
    }

    private static BannedPasswords none() {
        return BannedPasswords.of(List.of(), List.of());
    }
}
