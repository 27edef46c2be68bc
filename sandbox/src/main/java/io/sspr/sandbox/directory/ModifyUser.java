package io.sspr.sandbox.directory;

import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers a modify request: rights first, then the password, then the other attributes; all of it or nothing. */
final class ModifyUser {
    private static final Set<String> POLICY_HINTS =
            Set.of(DirectoryTree.POLICY_HINTS, DirectoryTree.POLICY_HINTS_DEPRECATED);
    private static final String PASSWORD_LAST_SET = "pwdLastSet";
    private static final String SET_NOW = "-1";

    private final DirectoryTree tree;
    private final Clock clock;
    private final CheckPassword checkPassword;
    private final ModifyRights rights = new ModifyRights();

    ModifyUser(DirectoryTree tree, Lockout lockout, Clock clock) {
        this.tree = tree;
        this.clock = clock;
        this.checkPassword = new CheckPassword(tree, lockout, clock);
    }

    /**
     * Applies the request.
     *
     * @param connection knows who asks and writes the plain attributes
     * @throws LDAPException the refusal to send back; nothing was written
     */
    LDAPMessage modify(
            InMemoryRequestHandler connection, int messageId, ModifyRequestProtocolOp request, List<Control> controls)
            throws LDAPException {
        synchronized (tree) {
            Entry user = tree.find(new DN(request.getDN())).orElseThrow(() -> Refusal.noSuchObject(Directory.BASE_DN));
            if (!user.hasAttribute("sAMAccountName")) {
                throw Refusal.insufficientRights();
            }
            List<Modification> ofPassword = new ArrayList<>();
            List<Modification> others = new ArrayList<>();
            request.getModifications()
                    .forEach(each -> (isOf(PasswordWrite.ATTRIBUTE, each) ? ofPassword : others).add(each));
            PasswordWrite write = ofPassword.isEmpty() ? null : PasswordWrite.of(ofPassword);
            boolean reset = write != null && !write.isChange();
            rights.require(connection.getAuthenticatedDN(), user.getParsedDN(), request.getModifications(), reset);

            List<Modification> plain = plain(others);
            if (write != null) {
                checkPassword.check(user, write, asksForHistory(controls));
                if (plain.stream().noneMatch(each -> isOf(PASSWORD_LAST_SET, each))) {
                    plain.add(setNow());
                }
            }
            LDAPMessage answer = connection.processModifyRequest(
                    messageId,
                    new ModifyRequestProtocolOp(request.getDN(), tree.changes().count(plain)),
                    withoutHints(controls));
            if (write != null && answer.getModifyResponseProtocolOp().getResultCode() == ResultCode.SUCCESS_INT_VALUE) {
                tree.setPassword(user.getParsedDN(), write.newPassword());
            }
            return answer;
        }
    }

    private List<Modification> plain(List<Modification> others) throws LDAPException {
        List<Modification> plain = new ArrayList<>();
        for (Modification each : others) {
            String value = each.getValues().length == 1 ? each.getValues()[0] : "";
            boolean allowed = each.getModificationType() == ModificationType.REPLACE
                    && (value.equals("0") || (isOf(PASSWORD_LAST_SET, each) && value.equals(SET_NOW)));
            if (!allowed) {
                throw Refusal.invalidParameter();
            }
            plain.add(value.equals(SET_NOW) ? setNow() : each);
            if (isOf("lockoutTime", each)) {
                plain.add(new Modification(ModificationType.REPLACE, "badPwdCount", "0"));
            }
        }
        return plain;
    }

    private Modification setNow() {
        return new Modification(
                ModificationType.REPLACE, PASSWORD_LAST_SET, Long.toString(FileTime.of(clock.instant())));
    }

    private static boolean asksForHistory(List<Control> controls) throws LDAPException {
        for (Control control : controls) {
            if (POLICY_HINTS.contains(control.getOID()) && control.hasValue()) {
                return flags(control) == 1;
            }
        }
        return false;
    }

    private static int flags(Control control) throws LDAPException {
        try {
            ASN1Sequence value =
                    ASN1Sequence.decodeAsSequence(control.getValue().getValue());
            return ASN1Integer.decodeAsInteger(value.elements()[0]).intValue();
        } catch (ASN1Exception | ArrayIndexOutOfBoundsException malformed) {
            throw new LDAPException(ResultCode.PROTOCOL_ERROR, "The policy-hints control is malformed.", malformed);
        }
    }

    private static List<Control> withoutHints(List<Control> controls) {
        return controls.stream()
                .filter(control -> !POLICY_HINTS.contains(control.getOID()))
                .toList();
    }

    private static boolean isOf(String attribute, Modification modification) {
        return modification.getAttributeName().equalsIgnoreCase(attribute);
    }
}
