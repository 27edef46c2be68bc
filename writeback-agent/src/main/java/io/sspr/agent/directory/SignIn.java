package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.contract.seal.Secret;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the directory answers to somebody who signs in, by the data code of its diagnostic message, and what that shows
 * about the password. All refusals but a wrong password and a lockout are told only to who knows the password.
 */
public enum SignIn {
    ACCEPTED(Proof.IN_FORCE),
    WRONG_PASSWORD(Proof.NOT_IN_FORCE, "52e"),
    /** Told to anybody, and so says nothing about the password. */
    LOCKED_OUT(Proof.UNKNOWN, "775"),
    DISABLED(Proof.IN_FORCE, "533"),
    /** Expired, or to be changed at the next sign-in. */
    PASSWORD_EXPIRED(Proof.IN_FORCE, "532", "773"),
    /** Not at this time, not from here, or the account has expired. */
    NOT_ALLOWED(Proof.IN_FORCE, "530", "531", "701"),
    /** Refused with another code or without one. */
    UNEXPLAINED(Proof.UNKNOWN);

    private static final Pattern DATA = Pattern.compile("\\bdata ([0-9a-f]+)");

    private final Proof proof;
    private final Set<String> codes;

    SignIn(Proof proof, String... codes) {
        this.proof = proof;
        this.codes = Set.of(codes);
    }

    /** What it shows about the password that was signed in with. */
    public Proof proof() {
        return proof;
    }

    /**
     * Signs in.
     *
     * @throws LDAPException if there was no answer, or one that is not about the account
     */
    static SignIn as(DirectoryAccount account, Secret password, LDAPConnection connection) throws LDAPException {
        if (password.reveal().isEmpty()) {
            // To the directory that is no sign-in but a greeting, which it returns to anybody.
            return WRONG_PASSWORD;
        }
        try {
            connection.bind(account.dn(), password.reveal());
            return ACCEPTED;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return of(e);
            }
            throw e;
        }
    }

    /** @param refused with result 49, invalid credentials */
    static SignIn of(LDAPException refused) {
        String diagnostic = refused.getDiagnosticMessage();
        Matcher data = DATA.matcher(diagnostic == null ? "" : diagnostic);
        if (!data.find()) {
            return UNEXPLAINED;
        }
        return Arrays.stream(values())
                .filter(row -> row.codes.contains(data.group(1)))
                .findFirst()
                .orElse(UNEXPLAINED);
    }
}
