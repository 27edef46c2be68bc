package io.sspr.reset.registration;

import static io.sspr.reset.registration.TestRegistration.MAIL;
import static io.sspr.reset.registration.TestRegistration.OFFICE;
import static io.sspr.reset.registration.TestRegistration.PHONE;
import static io.sspr.reset.registration.TestRegistration.info;
import static io.sspr.reset.registration.TestRegistration.office;
import static io.sspr.reset.registration.TestRegistration.phone;
import static io.sspr.reset.registration.TestRegistration.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.PhoneNumber;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SecurityInfoTest {
    private static final String ANOTHER = "+81 9033334444";

    @Test
    void verifiedPhoneGoesIntoThePrivateField_R_MTH_08_R_REG_17() {
        SecurityInfo info = info();
        info.mobilePhone = PHONE;

        assertThat(info.register(Method.MOBILE_PHONE, PHONE)).isFalse();

        assertThat(info.authenticationPhone).isEqualTo(PHONE);
        assertThat(info.mobilePhone).isEqualTo(PHONE);
    }

    @Test
    void verifiedMailGoesIntoThePrivateField_R_REG_17() {
        SecurityInfo info = info();

        assertThat(info.register(Method.EMAIL, MAIL)).isFalse();

        assertThat(info.mail()).map(MailAddress::stored).contains(MAIL);
    }

    @Test
    void anotherValueReplacesTheFormerOne_R_MTH_11_R_REG_08() {
        SecurityInfo info = phone();

        assertThat(info.register(Method.MOBILE_PHONE, ANOTHER)).isTrue();
        assertThat(info.register(Method.MOBILE_PHONE, ANOTHER)).isFalse();

        assertThat(info.phone()).map(PhoneNumber::stored).contains(ANOTHER);
    }

    @Test
    void removalLeavesWhatTheDirectoryHolds_R_REG_08_R_MTH_07() {
        SecurityInfo info = phone();
        info.mobilePhone = PHONE;

        assertThat(info.remove(Method.MOBILE_PHONE)).isTrue();
        assertThat(info.remove(Method.MOBILE_PHONE)).isFalse();

        assertThat(info.phone()).isEmpty();
        assertThat(info.directoryPhone()).map(PhoneNumber::stored).contains(PHONE);
    }

    @Test
    void officePhoneIsTheDirectorysAndHasToBeVerified_R_MTH_02() {
        SecurityInfo info = office();
        assertThat(info.officePhone()).isEmpty();

        info.register(Method.OFFICE_PHONE, OFFICE);

        assertThat(info.officePhone()).map(PhoneNumber::stored).contains(OFFICE);
        assertThat(registered(info).methods()).containsExactly(Method.OFFICE_PHONE);
    }

    @Test
    void anotherOfficePhoneInTheDirectoryIsNotVerified_R_REG_15() {
        SecurityInfo info = office();
        info.register(Method.OFFICE_PHONE, OFFICE);

        info.officePhone = ANOTHER;

        assertThat(info.officePhone()).isEmpty();
    }

    @Test
    void userOfTheCloudMaySetTheOfficePhone_R_MTH_10() {
        SecurityInfo info = info();

        assertThat(info.mayBeOfficePhone(number(ANOTHER))).isTrue();
        info.register(Method.OFFICE_PHONE, ANOTHER);

        assertThat(info.officePhone).isEqualTo(ANOTHER);
    }

    @ParameterizedTest
    @EnumSource(names = "CLOUD_ONLY", mode = EnumSource.Mode.EXCLUDE)
    void synchronisedOfficePhoneIsVerifiedButNeverWritten_R_MTH_10(AccountKind kind) {
        SecurityInfo info = office();
        info.kind = kind;

        assertThat(info.mayBeOfficePhone(number(OFFICE))).isTrue();
        assertThat(info.mayBeOfficePhone(number(ANOTHER))).isFalse();
        info.register(Method.OFFICE_PHONE, ANOTHER);

        assertThat(info.officePhone).isEqualTo(OFFICE);
        assertThat(info.officePhone()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "alice@contoso.example,    true",
        "ALICE@Contoso.example,    true",
        "alice.k@contoso.example,  true",
        "alice@home.example,       false",
        "alice@contoso.example.jp, false"
    })
    void knowsTheMailboxThatTheSamePasswordOpens_R_EML_04(String address, boolean isOwn) {
        SecurityInfo info = info();
        info.mail = "Alice.K@contoso.example";

        assertThat(info.isOwnMailbox(MailAddress.parse(address).orElseThrow())).isEqualTo(isOwn);
    }

    @Test
    void accountWithoutMailHasNoMailboxButItsName_R_EML_04() {
        assertThat(info().isOwnMailbox(MailAddress.parse(MAIL).orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"APP_CODE", "APP_NOTIFICATION", "SECURITY_QUESTIONS"})
    void holdsPhonesAndMailOnly(Method method) {
        assertThatIllegalArgumentException().isThrownBy(() -> info().register(method, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> info().remove(method));
    }

    @Test
    void prefillsTheFirstRegistration_R_REG_17() {
        SecurityInfo info = known();

        assertThat(hint(Method.MOBILE_PHONE, Mode.INTERRUPT, info)).contains("+** ********22");
        assertThat(hint(Method.EMAIL, Mode.INTERRUPT, info)).contains("al****@home.example");
        assertThat(hint(Method.MOBILE_PHONE, Mode.MANAGE, info)).contains("+** ********22");
        assertThat(hint(Method.OFFICE_PHONE, Mode.MANAGE, info)).contains("+** *******78");
    }

    @Test
    void mailOfTheDirectoryIsNotOnTheRegistrationPage_R_MTH_09() {
        SecurityInfo info = known();
        assertThat(hint(Method.EMAIL, Mode.MANAGE, info)).isEmpty();

        info.register(Method.MOBILE_PHONE, PHONE);

        assertThat(hint(Method.EMAIL, Mode.INTERRUPT, info)).isEmpty();
        assertThat(registered(info).methods()).containsExactly(Method.MOBILE_PHONE);
    }

    private static SecurityInfo known() {
        SecurityInfo info = office();
        info.mobilePhone = PHONE;
        info.alternateEmail = MAIL;
        return info;
    }

    private static Optional<String> hint(Method method, Mode mode, SecurityInfo info) {
        return Prefill.hint(method, mode, info, registered(info));
    }

    private static PhoneNumber number(String stored) {
        return PhoneNumber.parse(stored).orElseThrow();
    }
}
