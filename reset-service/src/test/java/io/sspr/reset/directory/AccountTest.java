package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    private static final String OTHER_PHONE = "+81 9012345678";
    private static final String OTHER_MAIL = "alice@other.example";

    @Test
    void authenticationPhoneWinsOverTheDirectorys_R_MTH_01() {
        Account account = TestDirectory.account()
                .authenticationPhone(TestDirectory.PHONE)
                .mobilePhone(OTHER_PHONE)
                .build();

        assertThat(account.resetPhone()).map(PhoneNumber::stored).contains(TestDirectory.PHONE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void directorysPhoneServesIfTheAuthenticationPhoneIsEmpty_R_MTH_01(String empty) {
        Account account = TestDirectory.account()
                .authenticationPhone(empty)
                .mobilePhone(OTHER_PHONE)
                .build();

        assertThat(account.resetPhone()).map(PhoneNumber::stored).contains(OTHER_PHONE);
    }

    @Test
    void malformedAuthenticationPhoneIsNotReplacedByAnother_R_MTH_01_R_PHN_03() {
        Account account = TestDirectory.account()
                .authenticationPhone("4251234567")
                .mobilePhone(OTHER_PHONE)
                .build();

        assertThat(account.resetPhone()).isEmpty();
    }

    @Test
    void authenticationMailWinsOverTheAlternateOne_R_MTH_03() {
        Account account = TestDirectory.account()
                .authenticationEmail(TestDirectory.MAIL)
                .alternateEmail(OTHER_MAIL)
                .build();

        assertThat(account.resetMail()).map(MailAddress::stored).contains(TestDirectory.MAIL);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void alternateMailServesIfTheAuthenticationMailIsEmpty_R_MTH_03(String empty) {
        Account account = TestDirectory.account()
                .authenticationEmail(empty)
                .alternateEmail(OTHER_MAIL)
                .build();

        assertThat(account.resetMail()).map(MailAddress::stored).contains(OTHER_MAIL);
    }

    @Test
    void ownMailboxIsNoWayToResetItsPassword_R_MTH_03() {
        assertThat(TestDirectory.account().mail("alice@contoso.example").build().resetMail())
                .isEmpty();
    }

    @Test
    void officePhoneIsThatOfTheDirectory_R_MTH_02() {
        assertThat(TestDirectory.account().officePhone(OTHER_PHONE).build().officePhone())
                .map(PhoneNumber::stored)
                .contains(OTHER_PHONE);
        assertThat(TestDirectory.account()
                        .authenticationPhone(TestDirectory.PHONE)
                        .mobilePhone(OTHER_PHONE)
                        .build()
                        .officePhone())
                .isEmpty();
    }

    @Test
    void officePhoneIsNoMobilePhone_R_MTH_02_R_MTH_22() {
        assertThat(TestDirectory.account().officePhone(OTHER_PHONE).build().resetPhone())
                .isEmpty();
    }

    @Test
    void noticesGoToPrimaryAndAlternateAddress_R_NTF_01() {
        Account account = TestDirectory.account()
                .mail("alice@contoso.example")
                .alternateEmail(OTHER_MAIL)
                .authenticationEmail(TestDirectory.MAIL)
                .build();

        assertThat(account.noticeAddresses()).containsExactly("alice@contoso.example", OTHER_MAIL);
    }

    @Test
    void sameAddressTwiceGetsOneNotice_R_NTF_01() {
        Account account = TestDirectory.account()
                .mail(OTHER_MAIL)
                .alternateEmail(OTHER_MAIL)
                .build();

        assertThat(account.noticeAddresses()).containsExactly(OTHER_MAIL);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void noticesGoToTheUserNameIfThereIsNoAddress_R_NTF_01(String empty) {
        Account account =
                TestDirectory.account().mail(empty).alternateEmail(empty).build();

        assertThat(account.noticeAddresses()).containsExactly("alice@contoso.example");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void administratorWithoutPrimaryAddressCannotBeTold_R_NTF_02(String empty) {
        assertThat(TestDirectory.account().mail(empty).build().primaryMail()).isEmpty();
    }
}
