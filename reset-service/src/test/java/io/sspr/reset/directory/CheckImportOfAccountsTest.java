package io.sspr.reset.directory;

import static io.sspr.reset.directory.TestImport.ALICE;
import static io.sspr.reset.directory.TestImport.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.problem.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CheckImport} finds in accounts. */
class CheckImportOfAccountsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "@contoso.example",
                "alice@",
                "al ice@contoso.example",
                "alice.@contoso.example",
                "al@ice@contoso.example",
                "甲斐@contoso.example",
                "al+ice@contoso.example",
                "a23456789012345678901234567890123456789012345678901234567890abcde@contoso.example", // 65 before the @
                "alice@a123456789.b123456789.c123456789.d123456789.examp" // 49 after it
            })
    void userNameHasItsForm_R_UID_01(String name) {
        assertThat(errorsOfAccounts("{'userPrincipalName': '" + name + "', 'kind': 'CLOUD_ONLY'}"))
                .containsExactly(new Fault("accounts[0].userPrincipalName", "import.name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@contoso.example",
                "o\\u0027neil-1_x!#^~.y@contoso.example",
                "a23456789012345678901234567890123456789012345678901234567890abcd@contoso.example"
            })
    void userNameMayHaveEveryListedCharacterAndLength_R_UID_01(String name) {
        assertThat(errorsOfAccounts("{'userPrincipalName': '" + name + "', 'kind': 'CLOUD_ONLY'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "displayName",
                "givenName",
                "surname",
                "mail",
                "alternateEmail",
                "authenticationEmail",
                "mobilePhone",
                "authenticationPhone",
                "officePhone",
                "usageLocation"
            })
    void textsHave256CharactersAtMost(String field) {
        String row = "{'userPrincipalName': 'alice@contoso.example', 'kind': 'CLOUD_ONLY', '" + field + "': '%s'}";

        assertThat(errorsOfAccounts(row.formatted("x".repeat(256)))).isEmpty();
        assertThat(errorsOfAccounts(row.formatted("x".repeat(257))))
                .containsExactly(new Fault("accounts[0]." + field, "import.tooLong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles", "proxyAddresses"})
    void soDoTheMembersOfLists(String field) {
        String row = "{'userPrincipalName': 'alice@contoso.example', 'kind': 'CLOUD_ONLY', '" + field + "': ['%s']}";
        String longest = "smtp:a@" + "x".repeat(249);

        assertThat(errorsOfAccounts(row.formatted(longest))).isEmpty();
        assertThat(errorsOfAccounts(row.formatted(longest + "x")))
                .containsExactly(new Fault("accounts[0]." + field, "import.tooLong"));
    }

    @Test
    void userNameIsGiven_R_UID_01() {
        assertThat(errorsOfAccounts("{'kind': 'CLOUD_ONLY'}"))
                .containsExactly(new Fault("accounts[0].userPrincipalName", "import.name"));
    }

    @Test
    void userNameOccursOnceInAnyCase_R_UID_02() {
        assertThat(errorsOfAccounts(ALICE + ", {'userPrincipalName': 'Alice@CONTOSO.example', 'kind': 'CLOUD_ONLY'}"))
                .containsExactly(new Fault("accounts[1].userPrincipalName", "import.twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fabrikam.example", "sub.contoso.example", "xcontoso.example"})
    void userNameIsInADomainOfTheTenant(String domain) {
        assertThat(errorsOfAccounts("{'userPrincipalName': 'alice@" + domain + "', 'kind': 'CLOUD_ONLY'}"))
                .containsExactly(new Fault("accounts[0].userPrincipalName", "import.foreignDomain"));
    }

    @Test
    void accountHasAKind() {
        assertThat(errorsOfAccounts("{'userPrincipalName': 'alice@contoso.example'}"))
                .containsExactly(new Fault("accounts[0].kind", "import.kind"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "JA", "ja-JP", ""})
    void languageIsJapaneseOrEnglish_R_FLW_02(String language) {
        assertThat(errorsOfAlice("'preferredLanguage': '" + language + "'"))
                .containsExactly(new Fault("accounts[0].preferredLanguage", "import.language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'usageLocation': 'JP', 'licences': ['ENTRA_P1']", "'licences': ['ENTRA_P1']"})
    void usageLocationMayBeGivenAndLicencesDoWithoutIt_R_LIC_07(String fields) {
        assertThat(errorsOfAlice(fields)).isEmpty();
    }

    @Test
    void accountIsInGroupsOfTheDocument() {
        assertThat(errorsOfAlice("'groups': ['nowhere']"))
                .containsExactly(new Fault("accounts[0].groups", "import.group"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none",
                "x",
                "''",
                "AAECAwQFBgcICQoLDA0O",
                "AAECAwQFBgcICQoLDA0ODxA=",
                "00010203-0405-0607-0809-0a0b0c0d0e0f"
            })
    void onPremisesAccountHasAnAnchorOf16Bytes_R_WB_10(String anchor) {
        String field = anchor == null ? "" : ", 'cloudAnchor': '" + anchor + "'";

        assertThat(errorsOfAccounts("{'userPrincipalName': 'alice@contoso.example', 'kind': 'FEDERATED'" + field + "}"))
                .containsExactly(new Fault("accounts[0].cloudAnchor", "import.anchor"));
    }

    @Test
    void anchorTiesOneAccountOnly_R_WB_10() {
        assertThat(errorsOfAccounts(
                        onPremises("alice", "FEDERATED", "") + ", " + onPremises("bob", "PASS_THROUGH", "")))
                .containsExactly(new Fault("accounts[1].cloudAnchor", "import.twice"));
    }

    @Test
    void cloudOnlyAccountHasNoAnchor() {
        assertThat(errorsOfAlice("'cloudAnchor': '" + ANCHOR + "'"))
                .containsExactly(new Fault("accounts[0].cloudAnchor", "import.noAnchor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASS_THROUGH", "FEDERATED"})
    void passwordIsHeldInTheCloud_R_WB_03_R_WB_04(String kind) {
        assertThat(errorsOfAccounts(onPremises("alice", kind, ", 'password': 'Abcdefg1'")))
                .containsExactly(new Fault("accounts[0].password", "import.passwordElsewhere"));
    }

    @ParameterizedTest
    @CsvSource({
        "mobilePhone, 4251234567, import.phone",
        "authenticationPhone, +1 425-123-4567, import.phone",
        "mail, alice, import.mail",
        "alternateEmail, alice@@private.example, import.mail",
        "authenticationEmail, al ice@private.example, import.mail"
    })
    void malformedContactDataIsAWarning_R_PHN_03_R_EML_01(String field, String value, String text) {
        CheckImport check = TestImport.check(TestImport.document(alice("'" + field + "': '" + value + "'")));

        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings()).containsExactly(new Fault("accounts[0]." + field, text));
    }

    private static List<Fault> errorsOfAccounts(String rows) {
        return TestImport.errors(TestImport.document(rows));
    }

    private static List<Fault> errorsOfAlice(String field) {
        return errorsOfAccounts(alice(field));
    }

    private static String alice(String field) {
        return "{'userPrincipalName': 'alice@contoso.example', 'kind': 'CLOUD_ONLY', " + field + "}";
    }

    private static String onPremises(String name, String kind, String fields) {
        return "{'userPrincipalName': '" + name + "@contoso.example', 'kind': '" + kind + "', 'cloudAnchor': '" + ANCHOR
                + "'" + fields + "}";
    }
}
