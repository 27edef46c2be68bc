package io.sspr.reset.registration;

import static io.sspr.reset.gate.Method.APP_CODE;
import static io.sspr.reset.gate.Method.APP_NOTIFICATION;
import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static io.sspr.reset.gate.Method.OFFICE_PHONE;
import static io.sspr.reset.gate.Method.SECURITY_QUESTIONS;
import static io.sspr.reset.registration.TestRegistration.NOW;
import static io.sspr.reset.registration.TestRegistration.info;
import static io.sspr.reset.registration.TestRegistration.mail;
import static io.sspr.reset.registration.TestRegistration.office;
import static io.sspr.reset.registration.TestRegistration.phone;
import static io.sspr.reset.registration.TestRegistration.phoneAndMail;
import static io.sspr.reset.registration.TestRegistration.policy;
import static io.sspr.reset.registration.TestRegistration.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.authenticator.TestApps;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.RequiredGates;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredTest {
    private static final Account USER = TestDirectory.account().build();

    @Test
    void whatTheDirectoryMerelyHoldsIsNotRegistered_R_REG_15() {
        // Given
        SecurityInfo info = office();
        info.mobilePhone = TestRegistration.PHONE;
        info.alternateEmail = TestRegistration.MAIL;

        // When
        List<Method> methods = registered(info).methods();

        // Then
        assertThat(methods).isEmpty();
    }

    @Test
    void everythingVerifiedIs_R_REG_15() {
        // Given
        SecurityInfo info = phoneAndMail();
        info.officePhone = TestRegistration.OFFICE;
        info.verifiedOfficePhone = TestRegistration.OFFICE;

        // When
        Registered registered = Registered.of(info, List.of(TestApps.reachedAt("device-1")), true);

        // Then
        assertThat(registered.methods())
                .containsExactly(APP_NOTIFICATION, APP_CODE, MOBILE_PHONE, OFFICE_PHONE, EMAIL, SECURITY_QUESTIONS);
    }

    @Test
    void malformedNumberIsAsGoodAsNone_R_PHN_03() {
        SecurityInfo info = info();
        info.authenticationPhone = "090-1111-2222";

        assertThat(registered(info).methods()).isEmpty();
    }

    @Test
    void countsAsRegisteredWithAsManyMethodsAsAResetAsksFor_R_REG_09() {
        String two = "{'methodsRequired': 2, 'methodsEnabled': ['EMAIL', 'MOBILE_PHONE', 'APP_CODE']}";

        assertThat(isComplete(two, registered(info()))).isFalse();
        assertThat(isComplete(two, registered(phone()))).isFalse();
        assertThat(isComplete(two, registered(phoneAndMail()))).isTrue();
        assertThat(isComplete(two, registered(phone(), TestApps.ofCodes()))).isTrue();
        assertThat(isComplete("{}", registered(mail()))).isTrue();
    }

    @Test
    void onlyMethodsThatAreOnCount_R_REG_07_R_REG_09() {
        // Given
        Registered registered = registered(phoneAndMail());

        // When
        RequiredGates gates = gates("{'methodsEnabled': ['EMAIL'], 'mfaMethods': ['MOBILE_PHONE']}", registered);

        // Then
        assertThat(gates.usable()).containsExactly(EMAIL);
        assertThat(isComplete("{'methodsEnabled': ['SECURITY_QUESTIONS']}", registered))
                .isFalse();
    }

    @Test
    void changedSettingsTakeNothingAway_R_CFG_04_R_MTH_26() {
        // Given
        Registered registered = registered(phoneAndMail(), TestApps.ofCodes());

        // When
        boolean underTwo =
                isComplete("{'methodsRequired': 2, 'methodsEnabled': ['MOBILE_PHONE', 'OFFICE_PHONE']}", registered);
        boolean andBack = isComplete("{'methodsEnabled': ['MOBILE_PHONE', 'OFFICE_PHONE']}", registered);

        // Then
        assertThat(underTwo).isFalse();
        assertThat(andBack).isTrue();
        assertThat(registered.methods()).containsExactly(APP_CODE, MOBILE_PHONE, EMAIL);
    }

    @Test
    void administratorsNeedTwoWhateverTheirTenantSays_R_ADM_01_R_REG_09() {
        Account administrator =
                TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR).build();
        Tenant tenant = TestDirectory.tenant(policy("{'methodsEnabled': ['SECURITY_QUESTIONS']}"));

        assertThat(registered(phone()).gates(administrator, tenant, NOW).canBePassed())
                .isFalse();
        assertThat(registered(phoneAndMail()).gates(administrator, tenant, NOW).canBePassed())
                .isTrue();
    }

    @Test
    void methodsOfMultifactorSignInComeBeforeMail_R_REG_14() {
        assertThat(provers(registered(phoneAndMail()))).containsExactly(MOBILE_PHONE);
        assertThat(provers(registered(phoneAndMail(), TestApps.reachedAt("device-1"))))
                .containsExactly(APP_NOTIFICATION, APP_CODE, MOBILE_PHONE);
    }

    @Test
    void mailProvesWhereThereIsNothingElse_R_REG_13() {
        assertThat(provers(registered(mail()))).containsExactly(EMAIL);
    }

    @Test
    void nothingRegisteredProvesNothing_R_REG_14() {
        assertThat(provers(registered(office()))).isEmpty();
        assertThat(provers(Registered.of(info(), List.of(), true))).isEmpty();
    }

    @Test
    void aPhoneThatCannotBeCalledIsNotAskedFor_R_PHN_09() {
        // Given
        SecurityInfo info = office();
        info.verifiedOfficePhone = TestRegistration.OFFICE;

        // When
        List<Method> onTrial = registered(info).provers(TestDirectory.tenantOnTrial(policy("{}")));

        // Then
        assertThat(onTrial).isEmpty();
        assertThat(provers(registered(info))).containsExactly(OFFICE_PHONE);
    }

    private static List<Method> provers(Registered registered) {
        return registered.provers(TestDirectory.tenant(policy("{}")));
    }

    private static boolean isComplete(String policy, Registered registered) {
        return gates(policy, registered).canBePassed();
    }

    private static RequiredGates gates(String policy, Registered registered) {
        return registered.gates(USER, TestDirectory.tenant(policy(policy)), NOW);
    }
}
