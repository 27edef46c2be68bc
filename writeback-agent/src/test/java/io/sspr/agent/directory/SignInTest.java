package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(nullValues = "-", textBlock = """
            52e, WRONG_PASSWORD,   NOT_IN_FORCE
            530, NOT_ALLOWED,      IN_FORCE
            531, NOT_ALLOWED,      IN_FORCE
            532, PASSWORD_EXPIRED, IN_FORCE
            533, DISABLED,         IN_FORCE
            701, NOT_ALLOWED,      IN_FORCE
            773, PASSWORD_EXPIRED, IN_FORCE
            775, LOCKED_OUT,       UNKNOWN
            525, UNEXPLAINED,      UNKNOWN
            -,   UNEXPLAINED,      UNKNOWN
            """)
    void refusedSignInShows_R_WB_31g(String data, SignIn expected, Proof proof) {
        // Given
        String diagnostic = data == null ? null : "80090308: LdapErr: DSID-0C090447, data " + data + ", v4563";

        // When
        SignIn signIn = SignIn.of(new LDAPException(
                new LDAPResult(1, ResultCode.INVALID_CREDENTIALS, diagnostic, null, new String[0], new Control[0])));

        // Then
        assertThat(signIn).isEqualTo(expected);
        assertThat(signIn.proof()).isEqualTo(proof);
    }
}
