package io.sspr.reset.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 4251234567",
                "+81 9012345678",
                "+123 4567",
                "+1 4251234567x123",
                "+1 4251234567X1234567890",
                "+1 12345678901234",
                "+123 456789012345",
                "+123 456789012345x1234567890"
            })
    void acceptsCountryCodeSpaceAndNumber_R_PHN_01(String stored) {
        assertThat(PhoneNumber.parse(stored)).map(PhoneNumber::stored).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4251234567",
                "1 4251234567",
                "+14251234567",
                "+1  4251234567",
                "+1 425 1234567",
                "+1 425-123-4567",
                "+1 (425)1234567",
                "+0 4251234567",
                "+01 4251234567",
                "+1234 4251234567",
                "+1 425",
                "+1 123456789012345",
                "+81 12345678901234",
                "+123 4567890123456",
                "+1 4251234567x",
                "+1 4251234567x12345678901",
                "+1 4251234567 x123",
                "+1 4251234567#123",
                " +1 4251234567",
                "+1 4251234567 ",
                "+1 4251234567\n",
                "+1\u00a04251234567",
                "＋１ ４２５１２３４５６７",
                "+1 425123456七"
            })
    void isNoNumberInAnyOtherForm_R_PHN_01_R_PHN_02_R_PHN_03(String stored) {
        assertThat(PhoneNumber.parse(stored)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 4251234567",
                "+14251234567",
                "+1 (425) 123-4567",
                "+1.425.123.4567",
                "  +1 425 123 4567  ",
                "+1 4251234567x99",
                "+1 425 123 4567 X99",
                "＋１　（４２５）　１２３－４５６７",
                "+１ ４２５１２３４５６７"
            })
    void isTheSameNumberHoweverItIsWritten_R_PHN_06(String typed) {
        assertThat(number("+1 4251234567").isTypedAs(typed)).isTrue();
        assertThat(number("+1 4251234567x123").isTypedAs(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "67",
                "4251234567",
                "14251234567",
                "1 4251234567",
                "0014251234567",
                "+1 1234567",
                "+1 4251234568",
                "+1 42512345677",
                "+1 425123456",
                "+81 4251234567",
                "+1 ********67",
                "+* ********67",
                "+1 4251234567,+81 9012345678"
            })
    void isAnotherNumberWithoutEveryDigitAndTheCountryCode_R_PHN_05_R_PHN_06(String typed) {
        assertThat(number("+1 4251234567").isTypedAs(typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+1 4251234567, +* ********67",
        "+81 9012345678, +** ********78",
        "+1 4251234567x4711, +* ********67",
        "+123 4567, +*** **67"
    })
    void showsTheLastTwoDigitsOnly_R_PHN_07(String stored, String mask) {
        assertThat(number(stored).mask()).isEqualTo(mask);
    }

    @Test
    void printsItsMask_R_PHN_07() {
        assertThat(number("+1 4251234567")).hasToString("+* ********67");
    }

    private static PhoneNumber number(String stored) {
        return PhoneNumber.parse(stored).orElseThrow();
    }
}
