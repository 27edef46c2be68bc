package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

/** The refusals of Active Directory, word by word: result code and diagnostic message. */
final class Refusal {
    private Refusal() {}

    static LDAPException notBound() {
        return new LDAPException(
                ResultCode.OPERATIONS_ERROR,
                "000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be"
                        + " completed on the connection., data 0, v4563");
    }

    static LDAPException unknownUser() {
        return credentials("525");
    }

    static LDAPException wrongPassword() {
        return credentials("52e");
    }

    static LDAPException disabled() {
        return credentials("533");
    }

    static LDAPException expired() {
        return credentials("701");
    }

    static LDAPException mustChangePassword() {
        return credentials("773");
    }

    static LDAPException lockedOut() {
        return credentials("775");
    }

    private static LDAPException credentials(String data) {
        return new LDAPException(
                ResultCode.INVALID_CREDENTIALS,
                "80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data " + data + ", v4563");
    }

    static LDAPException insufficientRights() {
        return new LDAPException(
                ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                "00000005: SecErr: DSID-031A11E7, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0");
    }

    static LDAPException noSuchObject(String bestMatch) {
        return new LDAPException(
                ResultCode.NO_SUCH_OBJECT,
                "0000208D: NameErr: DSID-0310028C, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'" + bestMatch
                        + "'\n");
    }

    /** The one undifferentiated answer to a password that breaks the policy. Source: R-ADP-11. */
    static LDAPException passwordPolicy() {
        return willNotPerform("0000052D", "DSID-031A12D2");
    }

    /** The same at a change, which is answered in other words. */
    static LDAPException passwordPolicyAtChange() {
        return constraint("0000052D");
    }

    /** The value is no quoted UTF-16LE text, or the attributes are not written the way they have to be. */
    static LDAPException malformedPassword() {
        return willNotPerform("0000001F", "DSID-031A126C");
    }

    static LDAPException invalidParameter() {
        return willNotPerform("00000057", "DSID-031A12D2");
    }

    private static LDAPException willNotPerform(String error, String place) {
        return new LDAPException(
                ResultCode.UNWILLING_TO_PERFORM,
                error + ": SvcErr: " + place + ", problem 5003 (WILL_NOT_PERFORM), data 0");
    }

    static LDAPException wrongOldPassword() {
        return constraint("00000056");
    }

    static LDAPException lockedOutAtChange() {
        return constraint("00000775");
    }

    private static LDAPException constraint(String error) {
        return new LDAPException(
                ResultCode.CONSTRAINT_VIOLATION,
                error + ": AtrErr: DSID-03190F80, #1:\n\t0: " + error
                        + ": DSID-03190F80, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 9005a (unicodePwd)\n");
    }
}
