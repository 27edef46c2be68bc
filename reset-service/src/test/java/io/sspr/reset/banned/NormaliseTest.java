package io.sspr.reset.banned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliseTest {
    @ParameterizedTest
    @CsvSource({"P@$$W0RD1, passwordl", "0O1lL, oolll", "@A$S, aass", "ÄÉß, äéß", "234567!#%, 234567!#%", "Ｐ＠＄０１, ｐ＠＄０１"
    })
    void lowersEverythingAndReadsFourLookAlikesAsLetters_R_BAN_02(String text, String normalised) {
        assertThat(Normalise.text(text)).isEqualTo(normalised);
    }

    @Test
    void leavesTheEmptyTextEmpty_R_BAN_02() {
        assertThat(Normalise.text("")).isEmpty();
    }

    @Test
    void countsCodePoints_R_BAN_06() {
        assertThat(Normalise.length("a🐎あ")).isEqualTo(3);
    }
}
