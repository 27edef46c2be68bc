package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a modify request wants with unicodePwd: one replacement is a reset, deleting the old and adding the new value
 * is a change.
 */
final class PasswordWrite {
    static final String ATTRIBUTE = "unicodePwd";

    private final String oldPassword;
    private final String newPassword;

    private PasswordWrite(String oldPassword, String newPassword) {
        this.oldPassword = oldPassword;
        this.newPassword = newPassword;
    }

    /**
     * Reads the request.
     *
     * @param modifications those of unicodePwd, in their order, at least one
     */
    static PasswordWrite of(List<Modification> modifications) throws LDAPException {
        Modification first = modifications.get(0);
        if (modifications.size() == 1 && first.getModificationType() == ModificationType.REPLACE) {
            return new PasswordWrite(null, text(first));
        }
        if (modifications.size() == 2
                && first.getModificationType() == ModificationType.DELETE
                && modifications.get(1).getModificationType() == ModificationType.ADD) {
            return new PasswordWrite(text(first), text(modifications.get(1)));
        }
        throw Refusal.malformedPassword();
    }

    boolean isChange() {
        return oldPassword != null;
    }

    String oldPassword() {
        return oldPassword;
    }

    String newPassword() {
        return newPassword;
    }

    @Override
    public String toString() {
        return isChange() ? "password change" : "password reset";
    }

    private static String text(Modification modification) throws LDAPException {
        byte[][] values = modification.getValueByteArrays();
        if (values.length != 1) {
            throw Refusal.malformedPassword();
        }
        try {
            String quoted = StandardCharsets.UTF_16LE
                    .newDecoder()
                    .decode(ByteBuffer.wrap(values[0]))
                    .toString();
            if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
                throw Refusal.malformedPassword();
            }
            return quoted.substring(1, quoted.length() - 1);
        } catch (CharacterCodingException unreadable) {
            throw Refusal.malformedPassword();
        }
    }
}
