package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.contract.writeback.WritebackVerdict;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryFaultTest {
    private static final String SERVER = "ldaps://dc1.example:636";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            53 | 0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0 | PASSWORD_POLICY
            19 | 0000052D: Constraint violation - check_password_restrictions             | PASSWORD_POLICY
            53 | 0000052d: SvcErr: in lower case                                          | PASSWORD_POLICY
            50 | 00000005: SecErr: DSID-031A11E7, problem 4003 (INSUFF_ACCESS_RIGHTS)     | NO_RIGHTS
            53 | 00000005: access denied with another result                              | NO_RIGHTS
            50 | 00002098: SecErr: DSID-03150F94, problem 4003 (INSUFF_ACCESS_RIGHTS)     | NO_RIGHTS
            50 | -                                                                        | NO_RIGHTS
            19 | 00000056: AtrErr: DSID-03191083, problem 1005 (CONSTRAINT_ATT_TYPE)      | INCORRECT_PASSWORD
            19 | 00000056: Constraint violation - the old password does not match         | INCORRECT_PASSWORD
            19 | 00000775: AtrErr: DSID-03190F80                                          | ACCOUNT_LOCKED_OUT
            32 | 0000208D: NameErr: DSID-0310028C, problem 2001 (NO_OBJECT)               | USER_NOT_FOUND
            49 | 80090308: LdapErr: DSID-0C090447, data 52e, v4563                        | AGENT_CONFIGURATION
            12 | -                                                                        | POLICY_CONTROL_MISSING
            51 | -                                                                        | DIRECTORY_UNREACHABLE
            52 | 00000000: LdapErr: DSID-0C0A1234, the server is going down               | DIRECTORY_UNREACHABLE
            81 | -                                                                        | DIRECTORY_UNREACHABLE
            85 | -                                                                        | DIRECTORY_UNREACHABLE
            91 | -                                                                        | DIRECTORY_UNREACHABLE
            19 | -                                                                        | DIRECTORY_ERROR
            53 | 0000001F: SvcErr: DSID-031A126C, problem 5003 (WILL_NOT_PERFORM)         | DIRECTORY_ERROR
            53 | new password 0000052D is no good                                         | DIRECTORY_ERROR
            10 | 0000202B: RefErr: DSID-03100835, data 0, 1 access points                 | DIRECTORY_CONFIGURATION
            10 | -                                                                        | DIRECTORY_CONFIGURATION
            8  | 00002028: LdapErr: DSID-0C09023C                                         | DIRECTORY_CONFIGURATION
            8  | -                                                                        | DIRECTORY_CONFIGURATION
            13 | -                                                                        | DIRECTORY_CONFIGURATION
            53 | 0000052C: SvcErr: an ill-formed password                                 | PASSWORD_POLICY
            53 | 00000525: SvcErr: no such user                                           | USER_NOT_FOUND
            53 | 00000533: SvcErr: the account is disabled                                | ACCOUNT_DISABLED
            53 | 00000701: SvcErr: the account has expired                                | ACCOUNT_DISABLED
            32 | 00002030: No such Base DN: CN=nobody                                     | USER_NOT_FOUND
            50 | error in module acl: insufficient access rights during LDB_MODIFY (50)   | NO_RIGHTS
            50 | 00002098: Object CN=x has no write property access                       | NO_RIGHTS
            19 | 00000775: Password change not permitted, account locked out!             | ACCOUNT_LOCKED_OUT
            19 | error in module acl: Constraint violation during LDB_MODIFY (19)         | DIRECTORY_ERROR
            51 | 0000200E: SvcErr: busy                                                   | DIRECTORY_UNREACHABLE
            1  | 0000200F: SvcErr: not available                                          | DIRECTORY_UNREACHABLE
            80 | -                                                                        | DIRECTORY_ERROR
            1  | 000004DC: LdapErr                                                        | DIRECTORY_ERROR
            """)
    void means_R_EVT_33001(int result, String diagnostic, WritebackVerdict verdict) {
        assertThat(DirectoryFault.refusal(error(result, diagnostic), SERVER).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void evidenceIsServerNumberAndCode_R_ADP_11() {
        // When
        Refusal refusal = DirectoryFault.refusal(error(53, "0000052D: SvcErr: DSID-031A12D2"), SERVER);

        // Then
        assertThat(refusal.evidence())
                .isEqualTo(Map.of("server", SERVER, "ldapResult", 53, "adCode", "0000052D", "rule", "DIRECTORY"));
    }

    @Test
    void evidenceNeverQuotesTheDiagnosticMessage() {
        // When
        Refusal refusal = DirectoryFault.refusal(error(53, "the value 'S3cret!!' is refused"), SERVER);

        // Then
        assertThat(refusal.evidence()).isEqualTo(Map.of("server", SERVER, "ldapResult", 53));
    }

    @Test
    void directoryThatIsAwaySaysWhy_R_EVT_31034() {
        assertThat(cause(new UnknownHostException("dc9.invalid"))).isEqualTo("NAME");
        assertThat(cause(new ConnectException("Connection refused"))).isEqualTo("REFUSED");
        assertThat(cause(new SocketTimeoutException("Read timed out"))).isEqualTo("TIMEOUT");
        assertThat(cause(new SSLHandshakeException("no common protocol"))).isEqualTo("TLS");
        assertThat(cause(new SSLException("wrapped", new CertificateExpiredException())))
                .isEqualTo("CERTIFICATE");
        assertThat(cause(new EOFException())).isNull();
        assertThat(DirectoryFault.refusal(error(85, null), SERVER).evidence()).containsEntry("cause", "TIMEOUT");
        assertThat(DirectoryFault.refusal(error(53, null), SERVER).evidence()).doesNotContainKey("cause");
    }

    private static Object cause(Exception cause) {
        LDAPException error = new LDAPException(ResultCode.CONNECT_ERROR, "", new IOException(cause));
        return DirectoryFault.refusal(error, SERVER).evidence().get("cause");
    }

    private static LDAPException error(int result, String diagnostic) {
        return new LDAPException(
                new LDAPResult(1, ResultCode.valueOf(result), diagnostic, null, new String[0], new Control[0]));
    }
}
