package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            49, 52e, NOT_IN_FORCE
            49, 530, IN_FORCE
            49, 531, IN_FORCE
            49, 532, IN_FORCE
            49, 533, IN_FORCE
            49, 701, IN_FORCE
            49, 773, IN_FORCE
            49, 775, UNKNOWN
            49, 525, UNKNOWN
            49, -,   UNKNOWN
            51, 52e, UNKNOWN
            52, -,   UNKNOWN
            81, -,   UNKNOWN
            91, -,   UNKNOWN
            """)
    void refusedSignInShows_R_WB_31g(int result, String data, Proof proof) {
        // Given
        String diagnostic = data == null ? null : "80090308: LdapErr: DSID-0C090447, data " + data + ", v4563";

        // Then
        assertThat(Proof.of(new LDAPException(new LDAPResult(
                        1, ResultCode.valueOf(result), diagnostic, null, new String[0], new Control[0]))))
                .isEqualTo(proof);
    }
}
