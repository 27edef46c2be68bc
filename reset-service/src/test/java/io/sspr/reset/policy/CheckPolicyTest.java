package io.sspr.reset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.problem.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckPolicyTest {
    @Test
    void defaultsAreAllowed_R_CFG_01() {
        assertThat(CheckPolicy.faults(TenantPolicy.DEFAULT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "SELECTED", "ALL"})
    void everyScopeIsAllowedAlsoWithoutAGroup_R_CFG_01_R_CFG_02(String scope) {
        assertThat(faults("{'ssprEnabled': '" + scope + "'}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, true", "3, false", "-1, false"})
    void oneOrTwoMethodsAreRequired_R_CFG_05(int required, boolean allowed) {
        assertThat(faults("{'methodsRequired': " + required + "}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("methodsRequired", "policy.oneOrTwo")));
    }

    @Test
    void someMethodIsEnabled_R_CFG_06() {
        assertThat(faults("{'methodsEnabled': []}")).containsExactly(new Fault("methodsEnabled", "policy.noMethod"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMAIL",
                "MOBILE_PHONE",
                "OFFICE_PHONE",
                "SECURITY_QUESTIONS",
                "EMAIL', 'MOBILE_PHONE', 'OFFICE_PHONE', 'SECURITY_QUESTIONS', 'APP_CODE', 'APP_NOTIFICATION"
            })
    void eachOfTheSixMethodsMayBeEnabled_R_CFG_06(String methods) {
        assertThat(faults("{'methodsEnabled': ['" + methods + "']}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, APP_CODE,                                    false",
        "1, APP_NOTIFICATION,                            false",
        "1, APP_CODE APP_NOTIFICATION,                   false",
        "1, APP_CODE EMAIL,                              true",
        "2, APP_CODE APP_NOTIFICATION,                   false",
        "2, APP_CODE EMAIL,                              false",
        "2, APP_CODE APP_NOTIFICATION EMAIL,             false",
        "2, APP_CODE EMAIL MOBILE_PHONE,                 true",
        "2, APP_NOTIFICATION EMAIL SECURITY_QUESTIONS,   true",
        "2, EMAIL,                                       true" // nobody could pass, but no app is to blame: R-CHK-05
    })
    void asManyMethodsAsAreRequiredDoWithoutTheApp_R_CFG_07(int required, String methods, boolean allowed) {
        String enabled = String.join("', '", methods.split(" "));

        assertThat(faults("{'methodsRequired': " + required + ", 'methodsEnabled': ['" + enabled + "']}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("methodsEnabled", "policy.onlyApp")));
    }

    @ParameterizedTest
    @CsvSource({
        "APP_CODE, true",
        "APP_NOTIFICATION, true",
        "MOBILE_PHONE, true",
        "OFFICE_PHONE, true",
        "EMAIL, false",
        "SECURITY_QUESTIONS, false"
    })
    void signInAsksForAnAppOrAPhone_R_REG_11(String method, boolean allowed) {
        assertThat(faults("{'mfaMethods': ['" + method + "']}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("mfaMethods", "policy.notForSignIn")));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, false", "3, 3, true", "4, 4, true", "5, 5, true", "6, 5, false"})
    void threeToFiveQuestionsAreRegistered_R_CFG_09(int register, int reset, boolean allowed) {
        assertThat(faults("{'sq': {'registerCount': " + register + ", 'resetCount': " + reset + "}}")
                        .contains(new Fault("sq.registerCount", "question.registerCount")))
                .isNotEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"5, 2, false", "5, 3, true", "5, 5, true", "4, 5, false", "5, 6, false"})
    void threeToFiveQuestionsAreAskedNeverMoreThanRegistered_R_CFG_10(int register, int reset, boolean allowed) {
        assertThat(faults("{'sq': {'registerCount': " + register + ", 'resetCount': " + reset + "}}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("sq.resetCount", "question.resetCount")));
    }

    @Test
    void tooFewQuestionsDoHarmOnlyWhereSomeAreAsked_R_CFG_11() {
        String questions = "'sq': {'predefined': ['CITY_FIRST_JOB'], 'custom': ['Which way home?']}";

        assertThat(faults("{" + questions + "}").stream().map(Fault::where)).doesNotContain("sq");
        assertThat(faults("{'methodsEnabled': ['SECURITY_QUESTIONS'], " + questions + "}"))
                .contains(new Fault("sq", "question.tooFewDefined"));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true", "180, true", "730, true", "731, false"})
    void dataIsConfirmedAgainWithinTwoYearsOrNever_R_CFG_13(int days, boolean allowed) {
        assertThat(faults("{'reconfirmDays': " + days + "}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("reconfirmDays", "policy.reconfirmDays")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://help.contoso.example/reset?from=sspr",
                "HTTPS://help.contoso.example",
                "help@contoso.example",
                "mailto:help@contoso.example",
                "MAILTO:help@contoso.example"
            })
    void helpdeskIsAPageOrAMailAddress_R_CFG_16(String target) {
        assertThat(faults("{'helpdesk': {'custom': true, 'target': '" + target + "'}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "help",
                "http://help.contoso.example",
                "https:",
                "https://",
                "https:// help",
                "https://bank.example@help.contoso.example",
                "ftp://help.contoso.example",
                "javascript:alert(1)",
                "mailto:",
                "mailto:help",
                "mailto:a@b.example?bcc=c@d.example"
            })
    void helpdeskIsNothingElse_R_CFG_16(String target) {
        assertThat(faults("{'helpdesk': {'custom': true, 'target': '" + target + "'}}"))
                .containsExactly(new Fault("helpdesk.target", "policy.helpdesk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'branding': {'logo': '%s'}}",
                "{'helpdesk': {'custom': true, 'target': '%s'}}",
                "{'helpdesk': {'custom': false, 'target': '%s'}}"
            })
    void addressesHaveTwoThousandCharactersAtMost_R_CFG_16_R_CFG_26(String settings) {
        String address = "https://contoso.example/" + "x".repeat(2000 - 24);

        assertThat(faults(settings.formatted(address))).isEmpty();
        assertThat(faults(settings.formatted(address + "x"))).hasSize(1);
    }

    @Test
    void ownHelpdeskHasATarget_R_CFG_16() {
        assertThat(faults("{'helpdesk': {'custom': true}}"))
                .containsExactly(new Fault("helpdesk.target", "policy.helpdesk"));
        assertThat(faults("{'helpdesk': {'custom': false, 'target': 'kept for later'}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "seventeenletters_", ""})
    void ownTermsHaveFourTo16Characters_R_CFG_21(String term) {
        assertThat(faults("{'banned': {'enforceCustom': true, 'custom': ['contoso', '" + term + "']}}"))
                .containsExactly(new Fault("banned.custom[1]", "bannedTerm.length"));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "10, true", "50, true", "51, false"})
    void lockoutBeginsWithinFiftyTries_R_CFG_22(int threshold, boolean allowed) {
        assertThat(faults("{'lockout': {'threshold': " + threshold + "}}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("lockout.threshold", "policy.lockoutThreshold")));
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true", "60, true", "18000, true", "18001, false"})
    void lockoutLastsSecondsToHours_R_CFG_22(int seconds, boolean allowed) {
        assertThat(faults("{'lockout': {'durationSec': " + seconds + "}}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("lockout.durationSec", "policy.lockoutDuration")));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "13, false", "14, true", "90, true", "730, true", "731, false"})
    void passwordsExpireWithinTwoYearsOrNever_R_CFG_24(int days, boolean allowed) {
        assertThat(faults("{'passwordPolicy': {'expiryDays': " + days + "}}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("passwordPolicy.expiryDays", "policy.expiryDays")));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "14, true", "30, true", "31, false"})
    void noticeOfThatIsGivenWithinAMonth_R_CFG_24(int days, boolean allowed) {
        assertThat(faults("{'passwordPolicy': {'notifyDays': " + days + "}}"))
                .isEqualTo(allowed ? List.of() : List.of(new Fault("passwordPolicy.notifyDays", "policy.notifyDays")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdn.contoso.example/logo.svg, '#0078D4', 0",
        "http://cdn.contoso.example/logo.svg,  '#0078d4', 1",
        "https://cdn.contoso.example/logo.svg, '0078d4',  1",
        "https://x%3B%20img-src%20*@evil.example/l.png, '#0078d4', 1",
        "https://@evil.example/l.png,          '#0078d4', 1",
        "logo.svg,                             'blue',    2"
    })
    void brandingIsAPictureOverHttpsAndAColour_R_CFG_26(String logo, String colour, int faults) {
        assertThat(faults("{'branding': {'logo': '" + logo + "', 'colour': '" + colour + "'}}"))
                .hasSize(faults);
    }

    @Test
    void everyFaultIsFoundAtOnce_R_CFG_01() {
        assertThat(faults("{'methodsRequired': 0, 'methodsEnabled': [], 'reconfirmDays': -1,"
                        + " 'lockout': {'threshold': 0}}"))
                .extracting(Fault::where)
                .containsExactly("methodsRequired", "methodsEnabled", "reconfirmDays", "lockout.threshold");
    }

    private static List<Fault> faults(String settings) {
        return CheckPolicy.faults(TestPolicy.of(settings));
    }
}
