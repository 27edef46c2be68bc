package io.sspr.reset.directory;

import static io.sspr.reset.directory.TestImport.ALICE;
import static io.sspr.reset.directory.TestImport.ANCHOR;
import static io.sspr.reset.directory.TestImport.TENANT;
import static io.sspr.reset.directory.TestImport.check;
import static io.sspr.reset.directory.TestImport.errors;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.problem.Fault;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckImportTest {
    private static PublicJsonWebKey rsa;
    private static PublicJsonWebKey ec;

    @BeforeAll
    static void makeKeys() throws JoseException {
        rsa = withKid(RsaJwkGenerator.generateJwk(2048));
        ec = withKid(EcJwkGenerator.generateJwk(EllipticCurves.P256));
    }

    @Test
    void acceptsAWholeTenant() {
        CheckImport check =
                check("{'tenant': {'id': 'contoso', 'displayName': 'Contoso', 'domains': ['contoso.example'],"
                        + " 'policy': {'ssprEnabled': 'SELECTED', 'ssprGroupId': 'staff', 'methodsRequired': 2,"
                        + " 'methodsEnabled': ['EMAIL', 'MOBILE_PHONE']},"
                        + " 'agent': " + agent(publicPart(rsa), publicPart(ec)) + "},"
                        + " 'groups': [{'id': 'staff', 'displayName': 'Staff', 'memberGroups': ['shop']},"
                        + " {'id': 'shop', 'displayName': 'Shop', 'memberGroups': ['staff'], 'licences': ['ENTRA_P1']}],"
                        + " 'accounts': [{'userPrincipalName': 'alice@contoso.example', 'kind': 'CLOUD_ONLY',"
                        + " 'password': 'Abcdefg1', 'groups': ['staff'], 'preferredLanguage': 'ja',"
                        + " 'mobilePhone': '+1 4251234567', 'authenticationPhone': '+81 9012345678',"
                        + " 'mail': 'alice@contoso.example', 'alternateEmail': '甲斐@黒川.日本', 'authenticationEmail': ''},"
                        + " {'userPrincipalName': 'BOB@Contoso.Example', 'kind': 'PASSWORD_HASH_SYNC',"
                        + " 'password': 'Abcdefg1', 'cloudAnchor': '" + ANCHOR + "', 'preferredLanguage': 'en'}]}");

        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings()).isEmpty();
    }

    @Test
    void acceptsATenantWithoutAnythingElse() {
        assertThat(errors("{'tenant': " + TENANT + "}")).isEmpty();
    }

    @Test
    void aDomainIsNamedOnceInAnyCase() {
        String tenant = TENANT.replace("'contoso.co.jp'", "'CONTOSO.example'");

        assertThat(errors("{'tenant': " + tenant + "}")).containsExactly(new Fault("tenant.domains", "import.twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01", "1969-12-31", "-0001-01-01"})
    void aTrialBeginsOnADayOfOurTime(String day) {
        assertThat(errorsOfTenant("'plan': 'TRIAL', 'trialStartedOn': '" + day + "'"))
                .containsExactly(new Fault("tenant.trialStartedOn", "import.day"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "9999-12-31"})
    void aTrialMayBeginOnAnyDayOfIt(String day) {
        assertThat(errorsOfTenant("'plan': 'TRIAL', 'trialStartedOn': '" + day + "'"))
                .isEmpty();
    }

    @Test
    void namesHave256CharactersAtMost() {
        String longest = "n".repeat(256);
        String group = "{'tenant': " + TENANT + ", 'groups': [{'id': '%s', 'displayName': '%s'}]}";

        assertThat(errorsOfTenant("'displayName': '" + longest + "'")).isEmpty();
        assertThat(errorsOfTenant("'displayName': 'x" + longest + "'"))
                .containsExactly(new Fault("tenant.displayName", "import.tooLong"));
        assertThat(errors(group.formatted(longest, longest))).isEmpty();
        assertThat(errors(group.formatted("x" + longest, "x" + longest)))
                .containsExactly(
                        new Fault("groups[0].id", "import.tooLong"),
                        new Fault("groups[0].displayName", "import.tooLong"));
    }

    @Test
    void acceptsTheSelectedScopeWithoutAGroup_R_CFG_02() {
        assertThat(errorsOfTenant("'policy': {'ssprEnabled': 'SELECTED'}")).isEmpty();
    }

    @Test
    void acceptsFewerMethodsThanAreRequired_R_CHK_05() {
        assertThat(errorsOfTenant("'policy': {'methodsRequired': 2, 'methodsEnabled': ['EMAIL']}"))
                .isEmpty();
    }

    @Test
    void wantsATenant() {
        assertThat(errors("{}")).containsExactly(new Fault("tenant", "import.missing"));
    }

    @Test
    void wantsIdNameAndDomains() {
        assertThat(errors("{'tenant': {}}"))
                .containsExactly(
                        new Fault("tenant.id", "import.tenantId"),
                        new Fault("tenant.displayName", "import.missing"),
                        new Fault("tenant.domains", "import.noDomain"));
        assertThat(errors("{'tenant': {'id': 'contoso', 'displayName': ' ', 'domains': []}}"))
                .containsExactly(
                        new Fault("tenant.displayName", "import.missing"),
                        new Fault("tenant.domains", "import.noDomain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Contoso", "con.toso", "-contoso", "contoso-", "con toso", "こんとそ", "con/toso"})
    void tenantIdIsPartOfTopicNames(String id) {
        assertThat(errors("{'tenant': {'id': '" + id + "', 'displayName': 'Contoso', 'domains': ['contoso.example']}}"))
                .containsExactly(new Fault("tenant.id", "import.tenantId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso",
                "",
                "contoso example",
                ".example",
                "contoso..example",
                "contoso.example.",
                "-contoso.example",
                "alice@contoso.example",
                "a123456789.b123456789.c123456789.d123456789.exampl" // 50 characters
            })
    void domainIsAListOfLabelsOf48CharactersAtMost_R_UID_01(String domain) {
        assertThat(errors("{'tenant': {'id': 'contoso', 'displayName': 'Contoso', 'domains': ['" + domain + "']}}"))
                .containsExactly(new Fault("tenant.domains", "import.domain"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void oneOrTwoMethodsAreRequired_R_CFG_05(int required) {
        assertThat(errorsOfTenant("'policy': {'methodsRequired': " + required + "}"))
                .containsExactly(new Fault("tenant.policy.methodsRequired", "policy.oneOrTwo"));
    }

    @Test
    void policyHasAMethod_R_CFG_06() {
        assertThat(errorsOfTenant("'policy': {'methodsEnabled': []}"))
                .containsExactly(new Fault("tenant.policy.methodsEnabled", "policy.noMethod"));
    }

    @Test
    void passwordsAreSealedToAPublicRsaKeyOf2048BitsWithAName_R_WB_31a_R_WB_31b() throws JoseException {
        Fault fault = new Fault("tenant.agent.encryptionKey", "import.encryptionKey");
        PublicJsonWebKey nameless = RsaJwkGenerator.generateJwk(2048);

        assertThat(errorsOfEncryptionKey(publicPart(withKid(RsaJwkGenerator.generateJwk(1024)))))
                .containsExactly(fault);
        assertThat(errorsOfEncryptionKey(rsa.toJson(OutputControlLevel.INCLUDE_PRIVATE)))
                .containsExactly(fault);
        assertThat(errorsOfEncryptionKey(publicPart(nameless))).containsExactly(fault);
        assertThat(errorsOfEncryptionKey(publicPart(ec))).containsExactly(fault);
    }

    @Test
    void answersAreSignedByAP256KeyWithAName_R_WB_20() throws JoseException {
        Fault fault = new Fault("tenant.agent.signingKey", "import.signingKey");
        PublicJsonWebKey p384 = withKid(EcJwkGenerator.generateJwk(EllipticCurves.P384));
        PublicJsonWebKey nameless = EcJwkGenerator.generateJwk(EllipticCurves.P256);

        assertThat(errorsOfSigningKey(publicPart(p384))).containsExactly(fault);
        assertThat(errorsOfSigningKey(ec.toJson(OutputControlLevel.INCLUDE_PRIVATE)))
                .containsExactly(fault);
        assertThat(errorsOfSigningKey(publicPart(nameless))).containsExactly(fault);
        assertThat(errorsOfSigningKey(publicPart(rsa))).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "7",
                "\"key\"",
                "{\"kty\":\"oct\",\"kid\":\"k\",\"k\":\"AAAA\"}",
                "{\"kty\":\"RSA\",\"kid\":\"k\"}",
                "{\"kty\":\"EC\",\"kid\":\"k\",\"crv\":\"P-256\"}",
                "{\"kty\":\"none\",\"kid\":\"k\"}",
                "{\"kty\":7}"
            })
    void keyThatIsNoneIsNamed(String jwk) {
        assertThat(errorsOfEncryptionKey(jwk))
                .containsExactly(new Fault("tenant.agent.encryptionKey", "import.encryptionKey"));
        assertThat(errorsOfSigningKey(jwk)).containsExactly(new Fault("tenant.agent.signingKey", "import.signingKey"));
    }

    @Test
    void agentWithoutKeysIsNone() {
        assertThat(errorsOfTenant("'agent': {}"))
                .containsExactly(
                        new Fault("tenant.agent.encryptionKey", "import.encryptionKey"),
                        new Fault("tenant.agent.signingKey", "import.signingKey"));
    }

    @Test
    void groupHasAnIdAndAName() {
        assertThat(errorsOfGroups("{'id': 'a', 'displayName': 'A'}, {'id': '', 'displayName': ' '}, {}"))
                .containsExactly(
                        new Fault("groups[1].id", "import.missing"),
                        new Fault("groups[1].displayName", "import.missing"),
                        new Fault("groups[2].id", "import.missing"),
                        new Fault("groups[2].displayName", "import.missing"));
    }

    @Test
    void groupOccursOnce() {
        assertThat(errorsOfGroups("{'id': 'a', 'displayName': 'A'}, {'id': 'a', 'displayName': 'B'}"))
                .containsExactly(new Fault("groups[1].id", "import.twice"));
    }

    @Test
    void groupHoldsGroupsOfTheDocument_R_CFG_03() {
        assertThat(errorsOfGroups("{'id': 'a', 'displayName': 'A', 'memberGroups': ['b', 'c']},"
                        + " {'id': 'b', 'displayName': 'B'}"))
                .containsExactly(new Fault("groups[0].memberGroups", "import.group"));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(errors("{'tenant': {'id': 'X', 'displayName': 'Contoso', 'domains': ['contoso.example']},"
                        + " 'groups': [{'id': 'a'}], 'accounts': [" + ALICE + ", {'userPrincipalName': 'bob'}]}"))
                .containsExactly(
                        new Fault("tenant.id", "import.tenantId"),
                        new Fault("groups[0].displayName", "import.missing"),
                        new Fault("accounts[1].userPrincipalName", "import.name"),
                        new Fault("accounts[1].kind", "import.kind"));
    }

    private static List<Fault> errorsOfTenant(String field) {
        return errors("{'tenant': {'id': 'contoso', 'displayName': 'Contoso', 'domains': ['contoso.example'], " + field
                + "}}");
    }

    private static List<Fault> errorsOfEncryptionKey(String jwk) {
        return errorsOfTenant("'agent': " + agent(jwk, publicPart(ec)));
    }

    private static List<Fault> errorsOfSigningKey(String jwk) {
        return errorsOfTenant("'agent': " + agent(publicPart(rsa), jwk));
    }

    private static List<Fault> errorsOfGroups(String rows) {
        return errors("{'tenant': " + TENANT + ", 'groups': [" + rows + "]}");
    }

    private static String agent(String encryptionKey, String signingKey) {
        return "{'encryptionKey': " + encryptionKey + ", 'signingKey': " + signingKey + "}";
    }

    private static String publicPart(PublicJsonWebKey key) {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static PublicJsonWebKey withKid(PublicJsonWebKey key) {
        key.setKeyId("agent-1");
        return key;
    }
}
