package io.sspr.reset.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({
        "'',     ''",
        "f,      MY",
        "fo,     MZXQ",
        "foo,    MZXW6",
        "foob,   MZXW6YQ",
        "fooba,  MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void writesTheExamplesOfTheStandard_R_APP_02(String plain, String encoded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.encode(bytes)).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).hasValue(bytes);
    }

    @Property
    void readsWhatItWrote_R_APP_02(@ForAll byte[] bytes) {
        assertThat(Base32.decode(Base32.encode(bytes))).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZXW6YT8", "MZXW6YT1", "mzxw6ytb", "MZXW 6YTB", "MZXW6===", "ＭＺＸＷ６ＹＴＢ"})
    void readsNothingElse_R_APP_02(String text) {
        assertThat(Base32.decode(text)).isEmpty();
    }
}
