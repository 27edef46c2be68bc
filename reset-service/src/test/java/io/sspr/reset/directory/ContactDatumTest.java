package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.ContactDatum.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactDatumTest {

    @ParameterizedTest
    @CsvSource({
        "+1 4251234567,    +* ********67, true",
        "+1 4251234567x12, +* ********67, true",
        "090-1234-5678,    ***-****-**78, false",
        "+14251234567,     +*********67,  false",
        "call Ann,         **** *nn,      false",
        "９０１,           *０１,         false",
        "7,                7,             false"
    })
    void numbersAreMaskedAndMalformedOnesKeepTheirShape_R_PHN_03_R_PHN_07(
            String stored, String masked, boolean wellFormed) {
        assertThat(ContactDatum.of(TestDirectory.account().mobilePhone(stored).build()))
                .containsExactly(new ContactDatum(Field.MOBILE_PHONE, masked, wellFormed, false));
    }

    @ParameterizedTest
    @CsvSource({
        "aya@home.example, ay****@home.example, true",
        "甲斐@黒川.日本,   甲斐****@黒川.日本,  true",
        "aya @home,        ay****@home,         false",
        "aya@b@home,       ay****@home,         false",
        "aya,              ay****,              false",
        "@home,            ****@home,           false"
    })
    void addressesAreMaskedAlsoMalformedOnes_R_EML_01_R_EML_03(String stored, String masked, boolean wellFormed) {
        assertThat(ContactDatum.of(
                        TestDirectory.account().alternateEmail(stored).build()))
                .containsExactly(new ContactDatum(Field.ALTERNATE_EMAIL, masked, wellFormed, false));
    }

    @Test
    void whatTheUserRegisteredGoesBeforeTheDirectoryEvenIfMalformed_R_MTH_01_R_MTH_03() {
        Account account = TestDirectory.account()
                .authenticationPhone("0901")
                .mobilePhone(TestDirectory.PHONE)
                .officePhone(TestDirectory.PHONE)
                .authenticationEmail(TestDirectory.MAIL)
                .alternateEmail(TestDirectory.MAIL)
                .build();

        assertThat(ContactDatum.of(account))
                .filteredOn(ContactDatum::isOverridden)
                .extracting(ContactDatum::field)
                .containsExactly(Field.MOBILE_PHONE, Field.ALTERNATE_EMAIL);
    }

    @Test
    void whatIsBlankIsNotThere_R_MTH_20() {
        assertThat(ContactDatum.of(TestDirectory.account()
                        .mobilePhone(" ")
                        .authenticationEmail("")
                        .build()))
                .isEmpty();
    }
}
