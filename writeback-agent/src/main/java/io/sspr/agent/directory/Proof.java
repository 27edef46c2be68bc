package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sign-in with the new password shows about the account's password. */
public enum Proof {
    /** The new password is the account's password. */
    IN_FORCE,
    /** It is not. */
    NOT_IN_FORCE,
    /** The answer says nothing about the password, or there was none. */
    UNKNOWN;

    private static final Pattern DATA = Pattern.compile("\\bdata ([0-9a-f]+)");
    private static final String WRONG_PASSWORD = "52e";

    /**
     * Sign-ins that fail although the password is right, which the directory tells only to who knows it: not at this
     * time, not from here, password expired, account disabled, account expired, password must be changed. Being locked
     * out (775) is not among them: anybody is told that.
     */
    private static final Set<String> RIGHT_PASSWORD = Set.of("530", "531", "532", "533", "701", "773");

    static Proof of(LDAPException refused) {
        if (!refused.getResultCode().equals(ResultCode.INVALID_CREDENTIALS) || refused.getDiagnosticMessage() == null) {
            return UNKNOWN;
        }
        Matcher data = DATA.matcher(refused.getDiagnosticMessage());
        if (!data.find()) {
            return UNKNOWN;
        }
        if (RIGHT_PASSWORD.contains(data.group(1))) {
            return IN_FORCE;
        }
        return data.group(1).equals(WRONG_PASSWORD) ? NOT_IN_FORCE : UNKNOWN;
    }
}
