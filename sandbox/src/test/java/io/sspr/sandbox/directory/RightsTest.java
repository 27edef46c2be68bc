package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import java.security.GeneralSecurityException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest extends DirectoryFixture {
    private static final String NEW = "Brave-Otter-77";
    private static final String REFUSAL =
            "00000005: SecErr: DSID-031A11E7, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0";

    private LdapClient service;
    private LdapClient petra;

    @BeforeEach
    void bind() throws LDAPException, GeneralSecurityException {
        service = LdapClient.asService(directory);
        petra = LdapClient.bound(directory, "CORP\\petra", PETRAS_PASSWORD);
    }

    @AfterEach
    void unbind() {
        service.close();
        petra.close();
    }

    @Test
    void serviceMayNotTouchTheRestrictedUnit_R_WB_12_R_ACT_08() {
        assertRefused(service.reset("rita", NEW));
        assertRefused(service.replace("rita", "lockoutTime", "0"));
        assertRefused(service.replace("rita", "pwdLastSet", "0"));
    }

    @Test
    void directoryLeavesProtectedAccountsToTheAgent_R_WB_13() throws LDAPException {
        assertThat(service.user("paul").getAttributeValue("adminCount")).isEqualTo("1");
        assertThat(service.reset("paul", NEW).getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({"displayName,x", "userAccountControl,512", "adminCount,0", "mS-DS-ConsistencyGuid,x"})
    void serviceMayWriteNothingElse(String attribute, String value) {
        assertRefused(service.replace(PETRA, attribute, value));
    }

    @ParameterizedTest
    @CsvSource({"lockoutTime,1", "lockoutTime,-1", "pwdLastSet,133000000000000000"})
    void writableAttributesTakeOnlyTheirSpecialValues(String attribute, String value) {
        assertThat(service.replace(PETRA, attribute, value).getResultCode()).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
    }

    @Test
    void serviceMayNotChangeTheDomainItself() {
        assertRefusedByException(() -> service.connection()
                .modify(Directory.BASE_DN, new Modification(ModificationType.REPLACE, "minPwdLength", "1")));
    }

    @Test
    void usersMayChangeTheirOwnPassword() {
        assertThat(petra.change(PETRA, PETRAS_PASSWORD, NEW).getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void usersMayWriteNothingElse() {
        assertRefused(petra.reset(PETRA, NEW));
        assertRefused(petra.reset("tom", NEW));
        assertRefused(petra.replace(PETRA, "lockoutTime", "0"));
        assertRefused(petra.replace(PETRA, "displayName", "x"));
    }

    @Test
    void nobodyMakesMovesOrDeletesObjects() {
        String dn = "CN=Petra Lindqvist,OU=Staff," + Directory.BASE_DN;
        assertRefusedByException(() -> service.connection().delete(dn));
        assertRefusedByException(() -> service.connection().modifyDN(dn, "CN=P", true));
        assertRefusedByException(() -> service.connection()
                .add(
                        "OU=New," + Directory.BASE_DN,
                        new Attribute("objectClass", "organizationalUnit"),
                        new Attribute("ou", "New")));
    }

    @Test
    void noDetourThroughExtendedRequests() {
        PasswordModifyExtendedRequest request = new PasswordModifyExtendedRequest(null, PETRAS_PASSWORD, "x");

        LDAPException refused = catchThrowableOfType(
                LDAPException.class, () -> petra.connection().processExtendedOperation(request));

        assertThat(refused.getResultCode()).isEqualTo(ResultCode.PROTOCOL_ERROR);
    }

    @Test
    void missingObjectIsNoSuchObject() {
        LDAPException refused = catchThrowableOfType(
                LDAPException.class,
                () -> service.connection()
                        .modify(
                                "CN=Gil Jansen,OU=Staff," + Directory.BASE_DN,
                                new Modification(ModificationType.REPLACE, "lockoutTime", "0")));

        assertThat(refused.getResultCode()).isEqualTo(ResultCode.NO_SUCH_OBJECT);
        assertThat(refused.getDiagnosticMessage()).startsWith("0000208D: NameErr:");
    }

    private static void assertRefused(LDAPResult result) {
        assertThat(result.getResultCode()).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        assertThat(result.getDiagnosticMessage()).isEqualTo(REFUSAL);
    }

    private static void assertRefusedByException(ThrowingCallable request) {
        LDAPException refused = catchThrowableOfType(LDAPException.class, request);
        assertThat(refused).isNotNull();
        assertRefused(refused.toLDAPResult());
    }
}
