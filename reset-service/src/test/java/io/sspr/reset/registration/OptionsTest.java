package io.sspr.reset.registration;

import static io.sspr.reset.gate.Method.APP_CODE;
import static io.sspr.reset.gate.Method.APP_NOTIFICATION;
import static io.sspr.reset.gate.Method.EMAIL;
import static io.sspr.reset.gate.Method.MOBILE_PHONE;
import static io.sspr.reset.gate.Method.OFFICE_PHONE;
import static io.sspr.reset.gate.Method.SECURITY_QUESTIONS;
import static io.sspr.reset.registration.TestRegistration.NOW;
import static io.sspr.reset.registration.TestRegistration.info;
import static io.sspr.reset.registration.TestRegistration.office;
import static io.sspr.reset.registration.TestRegistration.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.directory.Role;
import io.sspr.reset.directory.TestDirectory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Account USER = TestDirectory.account().build();
    private static final Account ADMINISTRATOR =
            TestDirectory.account().roles(Role.GLOBAL_ADMINISTRATOR).build();

    @Test
    void areTheUnionOfThreePolicies_R_REG_05() {
        Options options =
                options("{'methodsEnabled': ['EMAIL'], 'mfaMethods': ['APP_NOTIFICATION'], 'authenticationMethods':"
                        + " ['MOBILE_PHONE', 'EMAIL']}");

        assertThat(options.offered()).containsExactly(APP_NOTIFICATION, MOBILE_PHONE, EMAIL);
    }

    @Test
    void toBeShownIsNotToCount_R_REG_07() {
        Options options = options("{'methodsEnabled': ['EMAIL'], 'mfaMethods': ['MOBILE_PHONE']}");

        assertThat(options.counts(EMAIL)).isTrue();
        assertThat(options.counts(MOBILE_PHONE)).isFalse();
    }

    @Test
    void aNotificationDoesNotCountForASingleGate_R_CFG_08() {
        assertThat(options("{'methodsEnabled': ['APP_NOTIFICATION', 'EMAIL']}").counts(APP_NOTIFICATION))
                .isFalse();
        assertThat(options("{'methodsRequired': 2, 'methodsEnabled': ['APP_NOTIFICATION', 'EMAIL', 'MOBILE_PHONE']}")
                        .counts(APP_NOTIFICATION))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void officePhoneIsShownIfTheDirectoryHasOneEvenIfItIsOff_R_REG_06(Mode mode) {
        Options options = options(mode, "{'methodsEnabled': ['EMAIL']}", office());

        assertThat(options.offered()).containsExactly(OFFICE_PHONE, EMAIL);
        assertThat(options.counts(OFFICE_PHONE)).isFalse();
    }

    @Test
    void officePhoneCanBeAddedByThemselvesOnly_R_REG_06() {
        String on = "{'methodsEnabled': ['EMAIL', 'OFFICE_PHONE']}";

        assertThat(options(Mode.MANAGE, on, info()).offered()).contains(OFFICE_PHONE);
        assertThat(options(Mode.INTERRUPT, on, info()).offered()).doesNotContain(OFFICE_PHONE);
        assertThat(options(Mode.MANAGE, "{}", info()).offered()).doesNotContain(OFFICE_PHONE);
    }

    @Test
    void malformedOfficePhoneIsSetAllTheSame_R_REG_06() {
        SecurityInfo malformed = info();
        malformed.officePhone = "4251234567";

        assertThat(options(Mode.INTERRUPT, "{}", malformed).offered()).contains(OFFICE_PHONE);
    }

    @Test
    void officePhoneOfASynchronisedAccountCannotBeAdded_R_MTH_10() {
        SecurityInfo synced = info();
        synced.kind = AccountKind.PASSWORD_HASH_SYNC;

        assertThat(options(Mode.MANAGE, "{'methodsEnabled': ['EMAIL', 'OFFICE_PHONE']}", synced)
                        .offered())
                .doesNotContain(OFFICE_PHONE);
    }

    @Test
    void officePhoneIsNotShownWhereNobodyCanBeCalled_R_PHN_09() {
        Options options = Options.of(
                Mode.MANAGE,
                TestDirectory.tenantOnTrial(policy("{'methodsEnabled': ['EMAIL', 'OFFICE_PHONE']}")),
                USER,
                office(),
                NOW);

        assertThat(options.offered()).containsExactly(EMAIL);
    }

    @Test
    void administratorsHaveAllButSecurityQuestions_R_ADM_05_R_SQ_01() {
        Options options = Options.of(
                Mode.MANAGE,
                TestDirectory.tenant(policy("{'methodsEnabled': ['SECURITY_QUESTIONS', 'EMAIL']}")),
                ADMINISTRATOR,
                info(),
                NOW);

        assertThat(options.offered()).containsExactly(APP_NOTIFICATION, APP_CODE, MOBILE_PHONE, OFFICE_PHONE, EMAIL);
        assertThat(options.counting().required()).isEqualTo(2);
        assertThat(options.counts(MOBILE_PHONE)).isTrue();
    }

    @Test
    void proposesTheMinimumSafestFirst_R_REG_10() {
        Options two = options(
                "{'methodsRequired': 2, 'methodsEnabled': ['EMAIL', 'MOBILE_PHONE', 'APP_CODE', 'APP_NOTIFICATION',"
                        + " 'SECURITY_QUESTIONS']}");
        Options one = options("{'methodsEnabled': ['SECURITY_QUESTIONS', 'EMAIL']}");

        assertThat(two.proposal(List.of())).containsExactly(APP_NOTIFICATION, MOBILE_PHONE);
        assertThat(one.proposal(List.of())).containsExactly(EMAIL);
    }

    @Test
    void proposesAllKindsInTheirOrder_R_REG_10() {
        String all = "{'methodsEnabled': ['%s', 'SECURITY_QUESTIONS']}";

        assertThat(options(all.formatted("APP_CODE")).proposal(List.of())).containsExactly(APP_CODE);
        assertThat(options(all.formatted("MOBILE_PHONE")).proposal(List.of())).containsExactly(MOBILE_PHONE);
        assertThat(options(Mode.INTERRUPT, all.formatted("OFFICE_PHONE"), office())
                        .proposal(List.of()))
                .containsExactly(OFFICE_PHONE);
        assertThat(options("{'methodsEnabled': ['SECURITY_QUESTIONS']}").proposal(List.of()))
                .containsExactly(SECURITY_QUESTIONS);
    }

    @Test
    void proposesWhatIsMissingOnly_R_REG_10() {
        Options options = options("{'methodsRequired': 2, 'methodsEnabled': ['EMAIL', 'MOBILE_PHONE', 'APP_CODE']}");

        assertThat(options.proposal(List.of(MOBILE_PHONE))).containsExactly(APP_CODE);
        assertThat(options.proposal(List.of(APP_CODE))).containsExactly(MOBILE_PHONE);
        assertThat(options.proposal(List.of(MOBILE_PHONE, EMAIL))).isEmpty();
    }

    @Test
    void bothWaysOfOneAppAreNotProposedAsTwo_R_MTH_24() {
        Options options = options(
                "{'methodsRequired': 2, 'methodsEnabled': ['APP_CODE', 'APP_NOTIFICATION', 'EMAIL', 'MOBILE_PHONE']}");

        assertThat(options.proposal(List.of(APP_CODE))).containsExactly(MOBILE_PHONE);
    }

    @Test
    void whatDoesNotCountIsNotProposed_R_REG_07_R_REG_10() {
        Options options = options("{'methodsEnabled': ['EMAIL'], 'authenticationMethods': ['APP_CODE']}");

        assertThat(options.proposal(List.of())).containsExactly(EMAIL);
        assertThat(options.proposal(List.of(APP_CODE))).containsExactly(EMAIL);
    }

    @Test
    void theFirstIsOneOfMultifactorSignInIfThatIsOn_R_REG_11() {
        Options options =
                options("{'methodsRequired': 2, 'methodsEnabled': ['EMAIL', 'SECURITY_QUESTIONS'], 'mfaMethods':"
                        + " ['MOBILE_PHONE']}");

        assertThat(options.proposal(List.of())).containsExactly(MOBILE_PHONE, EMAIL, SECURITY_QUESTIONS);
        assertThat(options.proposal(List.of(MOBILE_PHONE))).containsExactly(EMAIL, SECURITY_QUESTIONS);
        assertThat(options.lackMfa(List.of(EMAIL))).isTrue();
    }

    @Test
    void oneThatCountsForBothSavesAStep_R_REG_10_R_REG_11() {
        Options options =
                options("{'methodsEnabled': ['MOBILE_PHONE', 'EMAIL'], 'mfaMethods': ['APP_CODE', 'MOBILE_PHONE']}");

        assertThat(options.proposal(List.of())).containsExactly(MOBILE_PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'mfaMethods': []}"})
    void withoutMultifactorSignInNothingIsLacking_R_REG_11(String policy) {
        assertThat(options(policy).lackMfa(List.of())).isFalse();
    }

    private static Options options(String policy) {
        return options(Mode.INTERRUPT, policy, info());
    }

    private static Options options(Mode mode, String policy, SecurityInfo info) {
        return Options.of(mode, TestDirectory.tenant(policy(policy)), USER, info, NOW);
    }
}
