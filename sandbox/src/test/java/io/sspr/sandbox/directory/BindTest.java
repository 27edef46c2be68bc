package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.sspr.sandbox.demo.DemoAccounts;
import java.security.GeneralSecurityException;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindTest extends DirectoryFixture {
    private static final String TEMPORARY = "Brave-Otter-77";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Petra Lindqvist,OU=Staff,DC=corp,DC=contoso,DC=example",
                "cn=petra lindqvist, ou=staff, dc=corp, dc=contoso, dc=example",
                "petra@contoso.example",
                "PETRA@Contoso.Example",
                "CORP\\petra",
                "corp\\PETRA"
            })
    void everyFormOfTheNameBinds(String name) {
        assertThatCode(() -> LdapClient.bound(directory, name, PETRAS_PASSWORD).close())
                .doesNotThrowAnyException();
    }

    @Test
    void wrongPasswordIs52e() {
        assertRefused(PETRA + "@contoso.example", "Wrong-Password-1", "52e");
    }

    @Test
    void unknownUserIs525() {
        assertRefused("nobody@contoso.example", "Wrong-Password-1", "525");
        assertRefused("CN=Nobody," + Directory.BASE_DN, "Wrong-Password-1", "525");
    }

    @Test
    void disabledIs533ButOnlyToWhoKnowsThePassword() {
        assertRefused("CORP\\dora", DemoAccounts.named("dora").initialPassword(), "533");
        assertRefused("CORP\\dora", "Wrong-Password-1", "52e");
    }

    @Test
    void lockedOutIs775WhateverThePassword() {
        directory.lockOut(PETRA);

        assertRefused("CORP\\petra", PETRAS_PASSWORD, "775");
        assertRefused("CORP\\petra", "Wrong-Password-1", "775");
    }

    @Test
    void unlockingLetsInAgain_R_WB_32() throws LDAPException, GeneralSecurityException {
        directory.lockOut(PETRA);

        try (LdapClient service = LdapClient.asService(directory)) {
            service.replace(PETRA, "lockoutTime", "0");
        }

        assertThatCode(() -> LdapClient.bound(directory, "CORP\\petra", PETRAS_PASSWORD)
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void expiredIs701ButOnlyToWhoKnowsThePassword() {
        directory.expire(PETRA);

        assertRefused("CORP\\petra", PETRAS_PASSWORD, "701");
        assertRefused("CORP\\petra", "Wrong-Password-1", "52e");
    }

    @Test
    void aPasswordThatWasResetMayBeGoodForOneSignInOnly_R_WB_45() throws LDAPException, GeneralSecurityException {
        try (LdapClient service = LdapClient.asService(directory)) {
            service.modify(
                    PETRA,
                    new Control[0],
                    new Modification(ModificationType.REPLACE, "unicodePwd", LdapClient.quoted(TEMPORARY)),
                    new Modification(ModificationType.REPLACE, "pwdLastSet", "0"));

            assertRefused("CORP\\petra", TEMPORARY, "773");
            service.change(PETRA, TEMPORARY, "Own-Otter-78");
        }
        assertThatCode(() -> LdapClient.bound(directory, "CORP\\petra", "Own-Otter-78")
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void mustChangePasswordIs773() throws LDAPException, GeneralSecurityException {
        try (LdapClient service = LdapClient.asService(directory)) {
            service.replace(PETRA, "pwdLastSet", "0");
        }

        assertRefused("CORP\\petra", PETRAS_PASSWORD, "773");
    }

    @Test
    void anonymousReadsTheRootEntryAndNothingElse() throws LDAPException, GeneralSecurityException {
        try (LdapClient anonymous = LdapClient.anonymous(directory)) {
            assertThat(anonymous.connection().getRootDSE().supportsControl(DirectoryTree.POLICY_HINTS))
                    .isTrue();

            LDAPException refused = catchThrowableOfType(
                    LDAPException.class,
                    () -> anonymous.connection().search(Directory.BASE_DN, SearchScope.SUB, "(sAMAccountName=petra)"));

            assertThat(refused.getResultCode()).isEqualTo(ResultCode.OPERATIONS_ERROR);
            assertThat(refused.getDiagnosticMessage())
                    .startsWith("000004DC: LdapErr:")
                    .contains("a successful bind must be completed");
        }
    }

    @Test
    void theRootEntryTellsTheTimeToTheSecond() throws LDAPException, GeneralSecurityException {
        try (LdapClient anonymous = LdapClient.anonymous(directory)) {
            SearchResultEntry root =
                    anonymous.connection().searchForEntry("", SearchScope.BASE, "(objectClass=*)", "currentTime");

            assertThat(root.getAttributeValueAsDate("currentTime"))
                    .isEqualTo(CLOCK.instant().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    @Test
    void failedBindEndsTheFormerOne() throws LDAPException, GeneralSecurityException {
        try (LdapClient client = LdapClient.bound(directory, "CORP\\petra", PETRAS_PASSWORD)) {
            catchThrowableOfType(
                    LDAPException.class, () -> client.connection().bind("CORP\\petra", "Wrong-Password-1"));

            LDAPException refused = catchThrowableOfType(LDAPException.class, () -> client.user(PETRA));

            assertThat(refused.getResultCode()).isEqualTo(ResultCode.OPERATIONS_ERROR);
        }
    }

    private static void assertRefused(String name, String password, String data) {
        LDAPException refused = catchThrowableOfType(
                LDAPException.class,
                () -> LdapClient.bound(directory, name, password).close());
        assertThat(refused).isNotNull();
        assertThat(refused.getResultCode()).isEqualTo(ResultCode.INVALID_CREDENTIALS);
        assertThat(refused.getDiagnosticMessage())
                .isEqualTo("80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data " + data
                        + ", v4563");
    }
}
