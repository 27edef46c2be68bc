package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may write what. The service account holds the rights of R-WB-12 everywhere but below the restricted unit, on
 * protected accounts too: refusing those is the agent's own duty (R-WB-13). Users may change their own password.
 */
final class ModifyRights {
    private static final Set<String> OF_SERVICE_ACCOUNT =
            caseInsensitive(PasswordWrite.ATTRIBUTE, "lockoutTime", "pwdLastSet");
    private static final Set<String> OF_OWNER = caseInsensitive(PasswordWrite.ATTRIBUTE);

    private final DN serviceAccount;
    private final DN restricted;

    ModifyRights() {
        try {
            serviceAccount = new DN(Directory.SERVICE_ACCOUNT);
            restricted = new DN("OU=Restricted," + Directory.BASE_DN);
        } catch (LDAPException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void require(DN writer, DN target, List<Modification> modifications, boolean reset) throws LDAPException {
        if (!allows(writer, target, modifications, reset)) {
            throw Refusal.insufficientRights();
        }
    }

    private boolean allows(DN writer, DN target, List<Modification> modifications, boolean reset) {
        if (serviceAccount.equals(writer)) {
            return !target.isDescendantOf(restricted, true) && touchesOnly(OF_SERVICE_ACCOUNT, modifications);
        }
        return writer.equals(target) && !reset && touchesOnly(OF_OWNER, modifications);
    }

    private static boolean touchesOnly(Set<String> attributes, List<Modification> modifications) {
        return modifications.stream().map(Modification::getAttributeName).allMatch(attributes::contains);
    }

    private static Set<String> caseInsensitive(String... attributes) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(attributes));
        return set;
    }
}
