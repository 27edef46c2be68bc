package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccount.Kind;
import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyVectorsTest extends DirectoryFixture {
    private static final String FIRST = "Zq7-First-Word";
    private static final String VALID = "Tr0ub4dor";

    private LdapClient service;

    @BeforeEach
    void seedTheirPeople() throws LDAPException, GeneralSecurityException {
        directory.seed(List.of(
                person("ehagens", "Erin M. Hagens"),
                person("tyamada", "山田 太郎"),
                person("jo", "Jo-Ann_Li#van,der.Berg\tX")));
        service = LdapClient.asService(directory);
    }

    @AfterEach
    void unbind() {
        service.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "AD-01, Tr0ub4dor,          ehagens, true",
        "AD-02, abcdefgh,           ehagens, false",
        "AD-03, abcdef1!,           ehagens, true",
        "AD-04, Abc1!,              ehagens, false",
        "AD-07, Merino2024,         ehagens, false",
        "AD-11, Abcdefg_,           ehagens, true",
        "AD-13, パスワード2024a,      tyamada, true",
        "AD-15, 山田Passw0rd1,       tyamada, true"
    })
    void vectorsOfTheSpecification_R_ADP_02(String id, String password, String user, boolean accepted) {
        assertThat(isAccepted(service.reset(user, password))).isEqualTo(accepted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "xEHAGENSx-1,   ehagens, false", // R-ADP-03: the logon name in other case
        "Tr0ub4dorJo,   jo,      true", //  R-ADP-03: two characters are too few to count
        "Tr0ub4dorAnn,  jo,      false", // R-ADP-04: hyphen splits
        "Tr0ub4dorVAN,  jo,      false", // R-ADP-04: # and comma split
        "Tr0ub4dorLi,   jo,      true", //  R-ADP-04: short token
        "Tr0ub4dorDer,  jo,      false", // R-ADP-04: comma and period split
        "Tr0ub4dorBerg, jo,      false", // R-ADP-04: tab splits
        "Tr0ub4dorBer,  jo,      true", //  R-ADP-04: part of a token
        "abcdefg€1,     ehagens, false", // R-ADP-02: a currency sign is no category
        "abcdefgÄ1,     ehagens, true" //   R-ADP-02: a capital with diacritics is one
    })
    void namesAndCategories_R_ADP_03_R_ADP_04(String password, String user, boolean accepted) {
        assertThat(isAccepted(service.reset(user, password))).isEqualTo(accepted);
    }

    @Test
    void longestPasswordHas256Characters_R_ADP_01() {
        assertThat(isAccepted(service.reset("ehagens", "Aa1" + "x".repeat(253))))
                .isTrue();
        assertThat(isAccepted(service.reset("ehagens", "Aa1" + "x".repeat(254))))
                .isFalse();
    }

    @Test
    void thirdLastPasswordIsRefused_AD_17_R_ADP_05() {
        List.of(VALID, "Tr0ub4dor-2", "Tr0ub4dor-3").forEach(password -> service.reset("ehagens", password));

        assertThat(isAccepted(service.reset("ehagens", VALID, LdapClient.POLICY_HINTS)))
                .isFalse();
    }

    @Test
    void passwordLeavesHistoryAfterAsManyOthers_R_ADP_05() {
        for (int i = 0; i < 24; i++) {
            service.reset("ehagens", "Tr0ub4dor-" + i);
        }

        assertThat(isAccepted(service.reset("ehagens", "Tr0ub4dor-0", LdapClient.POLICY_HINTS)))
                .isFalse();
        assertThat(isAccepted(service.reset("ehagens", FIRST, LdapClient.POLICY_HINTS)))
                .isTrue();
    }

    @Test
    void youngPasswordMayNotChange_AD_18_R_ADP_06() {
        directory.apply(DomainPolicy.DEFAULT.withMinimumAge(Duration.ofDays(1)));
        service.reset("ehagens", VALID);
        CLOCK.advance(Duration.ofHours(2));

        assertThat(isAccepted(service.change("ehagens", VALID, "Tr0ub4dor-2"))).isFalse();

        directory.apply(DomainPolicy.DEFAULT);
        assertThat(isAccepted(service.change("ehagens", VALID, "Tr0ub4dor-2"))).isTrue();
    }

    private static boolean isAccepted(LDAPResult result) {
        if (result.getResultCode().equals(ResultCode.SUCCESS)) {
            return true;
        }
        assertThat(result.getResultCode()).isIn(ResultCode.UNWILLING_TO_PERFORM, ResultCode.CONSTRAINT_VIOLATION);
        assertThat(result.getDiagnosticMessage()).startsWith("0000052D:");
        return false;
    }

    private static DemoAccount person(String name, String displayName) {
        return new DemoAccount(
                "contoso",
                name + "@contoso.example",
                displayName,
                "Given",
                "Surname",
                "en",
                Kind.PASSWORD_HASH_SYNC,
                "AAAAAAAAAAAAAAAAAAAAAA==",
                FIRST,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                true,
                false,
                OnPremises.NORMAL,
                "a vector");
    }
}
