package io.sspr.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccount.Kind;
import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import io.sspr.sandbox.samba.DomainController;
import io.sspr.sandbox.tour.Http;
import io.sspr.sandbox.tour.Http.Answer;
import io.sspr.sandbox.tour.Outside;
import io.sspr.sandbox.tour.ResetClient;
import io.sspr.sandbox.tour.Stop.Result;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole system against a real Active Directory domain: what the user gets, what the audit log says, and which password is in force. */
@Tag("samba")
class SambaJourneyIT {
    private static final SystemUnderTest SYSTEM = SystemUnderTest.inDomain();
    private static final Outside OUTSIDE = SYSTEM.tour().outside();
    private static final DomainController DOMAIN = SYSTEM.processes().domainController();
    private static final Http RESET = new Http(SYSTEM.resetService());
    private static final Duration AUDITED_WITHIN = Duration.ofSeconds(15);

    @TestFactory
    Stream<DynamicTest> everyOutcomeThatComesFromTheDirectory() {
        return SYSTEM.stops().stream()
                .filter(stop -> stop.account().kind() != Kind.CLOUD_ONLY)
                .filter(stop -> stop.account().onPremises() != OnPremises.NONE)
                .map(stop -> DynamicTest.dynamicTest(stop.user() + ": " + stop.tried(), () -> {
                    Result result = SYSTEM.walk(stop);

                    assertThat(result.got()).isEqualTo(stop.expected());
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"petra", "tom", "frida"})
    void aResetIsWrittenBack_R_WB_40_R_EVT_31002(String name) {
        DemoAccount account = SYSTEM.seeded(name);
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(account);
        String password = newPassword();

        Answer answer = reset.submit(password);

        assertThat(answer.status()).isEqualTo(200);
        isInForce(account, password);
        isAudited(account, reset.supportCode(), 31002);
    }

    @Test
    void aChangeIsWrittenBack_R_WB_40_R_EVT_31007() {
        DemoAccount erik = SYSTEM.seeded("erik");
        String password = newPassword();

        Answer answer = change(erik, erik.initialPassword(), password);

        assertThat(answer.status()).isEqualTo(200);
        isInForce(erik, password);
        isAudited(erik, supportCode(answer), 31007);
    }

    @Test
    void aWrongCurrentPasswordIsAMistakeInAForm_R_EVT_33007() {
        DemoAccount erik = SYSTEM.seeded("erik");
        String password = newPassword();

        Answer answer = change(erik, newPassword(), password);

        assertThat(problem(answer)).isEqualTo("CurrentPasswordWrong");
        isUnchanged(erik, password);
        isAudited(erik, supportCode(answer), 33007);
    }

    @Test
    void whoIsLockedOutCannotChangeThePassword_R_EVT_33006() {
        DemoAccount lena = SYSTEM.seeded("lena");

        Answer answer = change(lena, lena.initialPassword(), newPassword());

        assertThat(problem(answer)).isEqualTo("AccountLockedOnPremises");
        assertThat(OUTSIDE.bind(lena.upn(), lena.initialPassword())).isFalse();
        isAudited(lena, supportCode(answer), 33006);
    }

    @Test
    void anUnlockKeepsThePassword_R_WB_34() {
        DemoAccount lena = SYSTEM.seeded("lena");
        assertThat(OUTSIDE.bind(lena.upn(), lena.initialPassword())).isFalse();
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(lena);

        Answer answer = reset.unlock();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(OUTSIDE.bind(lena.upn(), lena.initialPassword())).isTrue();
        isAudited(lena, reset.supportCode(), 0);
    }

    @Test
    void aResetUnlocksAsWell_R_WB_32() {
        DemoAccount lena = SYSTEM.seeded("lena");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(lena);
        String password = newPassword();

        reset.submit(password);

        isInForce(lena, password);
        isAudited(lena, reset.supportCode(), 31002);
    }

    @Test
    void anAdministratorsPasswordHasToBeReplacedAtSignIn_R_WB_42_R_WB_45_R_EVT_31009() {
        DemoAccount hana = SYSTEM.seeded("hana");
        String temporary = newPassword();
        String password = newPassword();

        Answer given = SYSTEM.tour().staff().resetPassword(hana, temporary);

        assertThat(given.status()).isEqualTo(200);
        assertThat(OUTSIDE.mustChange(hana.upn(), temporary)).isTrue();
        assertThat(OUTSIDE.bind(hana.upn(), hana.initialPassword())).isFalse();
        isAudited(hana, supportCode(given), 31009);
        isAudited(hana, supportCode(given), 31010);
        assertThat(change(hana, temporary, password).status()).isEqualTo(200);
        assertThat(OUTSIDE.bind(hana.upn(), password)).isTrue();
    }

    @Test
    void whatAnAdministratorMayNotSetIs29_R_WB_12_R_ERR_29() {
        DemoAccount rita = SYSTEM.seeded("rita");
        String temporary = newPassword();

        Answer refused = SYSTEM.tour().staff().resetPassword(rita, temporary);

        assertThat(problem(refused)).isEqualTo("SSPR_0029");
        isUnchanged(rita, temporary);
        isAudited(rita, supportCode(refused), 31011);
        isAudited(rita, supportCode(refused), 33004);
    }

    @ParameterizedTest
    @CsvSource({
        "rita, 33004, NO_RIGHTS",
        "paul, 33004, PROTECTED_ACCOUNT",
        "dora, 33005, ACCOUNT_DISABLED",
        "gil, 33002, USER_NOT_FOUND",
        "twyla, 33003, DUPLICATE_ANCHOR"
    })
    void anObjectThatCannotBeWrittenIs29_R_ERR_29(String name, int event, String reason) {
        DemoAccount account = SYSTEM.seeded(name);
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(account);
        String password = newPassword();

        Answer answer = reset.submit(password);

        assertThat(problem(answer)).isEqualTo("SSPR_0029");
        assertThat(OUTSIDE.bind(account.upn(), password)).isFalse();
        boolean isThere = !name.equals("gil") && !name.equals("dora");
        assertThat(OUTSIDE.bind(account.upn(), account.initialPassword())).isEqualTo(isThere);
        isAudited(account, reset.supportCode(), event);
        assertThat(hasDetail(SYSTEM.audit(account, reset.supportCode()), "Reason", reason))
                .isTrue();
    }

    /** The policy that forbids it is one that the agent may not read, so the password gets past the agent. */
    @Test
    void thePolicyOfTheDomainHasTheLastWord_R_ADP_01_R_EVT_33008() {
        DemoAccount petra = SYSTEM.seeded("petra");
        ResetClient reset = SYSTEM.tour().journeys().atPasswordPage(petra);
        String tooShort = newPassword();
        String longEnough = newPassword() + newPassword();
        DOMAIN.tool("domain", "passwordsettings", "pso", "create", "longer", "1", "--min-pwd-length=30");
        try {
            DOMAIN.tool("domain", "passwordsettings", "pso", "apply", "longer", "petra");

            Answer refused = reset.submit(tooShort);

            assertThat(problem(refused)).isEqualTo("OnPremisesPolicyViolation");
            isUnchanged(petra, tooShort);
            isAudited(petra, reset.supportCode(), 33008);
            assertThat(hasDetail(SYSTEM.audit(petra, reset.supportCode()), "adCode", "0000052D"))
                    .isTrue();
            assertThat(reset.submit(longEnough).status()).isEqualTo(200);
            isInForce(petra, longEnough);
        } finally {
            DOMAIN.tool("domain", "passwordsettings", "pso", "delete", "longer");
        }
    }

    static boolean hasDetail(JsonNode audits, String key, String value) {
        for (JsonNode audit : audits) {
            for (JsonNode detail : audit.path("additionalDetails")) {
                if (detail.path("key").asText().equals(key)
                        && detail.path("value").asText().equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void isAudited(DemoAccount account, String supportCode, int event) {
        await("event " + event + " in the audit log")
                .atMost(AUDITED_WITHIN)
                .until(() -> hasDetail(SYSTEM.audit(account, supportCode), "EventId", Integer.toString(event)));
    }

    private static void isInForce(DemoAccount account, String password) {
        assertThat(OUTSIDE.bind(account.upn(), password)).isTrue();
        assertThat(OUTSIDE.bind(account.upn(), account.initialPassword())).isFalse();
    }

    private static void isUnchanged(DemoAccount account, String password) {
        assertThat(OUTSIDE.bind(account.upn(), password)).isFalse();
        assertThat(OUTSIDE.bind(account.upn(), account.initialPassword())).isTrue();
    }

    private static Answer change(DemoAccount account, String current, String replacement) {
        Map<String, String> body =
                Map.of("userPrincipalName", account.upn(), "currentPassword", current, "newPassword", replacement);
        return RESET.send("POST", "/api/v1/password/change", body, Map.of());
    }

    private static String newPassword() {
        return SYSTEM.tour().journeys().newPassword();
    }

    private static String problem(Answer answer) {
        return answer.body().path("code").asText();
    }

    private static String supportCode(Answer answer) {
        return answer.body().path("supportCode").asText();
    }
}
