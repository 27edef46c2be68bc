package io.sspr.reset.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.gate.PhoneNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPhoneNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"+81 5012345678", "+44 5612345678", "+1 5005551234"})
    void takesVirtualNumbersForOthers_R_REG_20(String stored) {
        assertThat(ReadPhoneNumber.read(stored, null)).map(PhoneNumber::stored).contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "090-1234-5678,       JP, +81 9012345678",
        "09012345678,         jp, +81 9012345678",
        "０９０－１２３４－５６７８, JP, +81 9012345678",
        "03(1234)5678,        JP, +81 312345678",
        "(425) 123-4567,      US, +1 4251234567",
        "06 6982 1234,        IT, +39 0669821234"
    })
    void completesANumberByItsCountry_R_PHN_01(String typed, String country, String stored) {
        assertThat(ReadPhoneNumber.read(typed, country))
                .map(PhoneNumber::stored)
                .contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "+1 4251234567,        +1 4251234567",
        "+81 90-1234-5678,     +81 9012345678",
        "+819012345678,        +81 9012345678",
        "+81 (0)90-1234-5678,  +81 9012345678",
        "+81 09012345678,      +81 9012345678",
        "＋８１９０１２３４５６７８, +81 9012345678",
        "+44 20 7946 0958,     +44 2079460958"
    })
    void bringsAWholeNumberIntoTheStoredForm_R_PHN_01(String typed, String stored) {
        assertThat(ReadPhoneNumber.read(typed, null)).map(PhoneNumber::stored).contains(stored);
        assertThat(ReadPhoneNumber.read(typed, "US")).map(PhoneNumber::stored).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"090-1234-5678", "4251234567", "0081 90 1234 5678", "", "  ", "+", "112"})
    void refusesNumbersWithoutCountryCode_R_PHN_02(String typed) {
        assertThat(ReadPhoneNumber.read(typed, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234-5678", "123-4567"})
    void refusesNumbersWithoutAreaCode_R_PHN_02(String typed) {
        assertThat(ReadPhoneNumber.read(typed, "US")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 4251234567x89",
                "+1 4251234567 ext. 89",
                "+1 4251234567#89",
                "+1 4251234567,89",
                "+1 425123456７ｘ８９"
            })
    void refusesExtensions_R_PHN_04(String typed) {
        assertThat(ReadPhoneNumber.read(typed, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 800 FLOWERS",
                "tel:+81-90-1234-5678",
                "+999 123456789",
                "+81 90 1234 567890123",
                "+1 42512345",
                "call +81 90 1234 5678",
                "+81 90 1234 5678 +81 90 1234 5679",
                "alice@home.example"
            })
    void refusesWhatIsNoNumberAtAll_R_PHN_01(String typed) {
        assertThat(ReadPhoneNumber.read(typed, "JP")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "ZZ"})
    void refusesCountriesThatDoNotExist_R_PHN_02(String country) {
        assertThat(ReadPhoneNumber.read("090-1234-5678", country)).isEmpty();
    }
}
