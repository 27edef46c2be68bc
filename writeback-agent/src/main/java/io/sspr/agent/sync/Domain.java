package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.Base64;

/**
 * What a domain controller says of itself at one moment.
 *
 * @param controller its name and the copy of the database that it works on; a restored one counts as another
 * @param name the domain's distinguished name
 * @param highestUsn its last change
 */
record Domain(String controller, String name, long highestUsn) {

    /** @throws LDAPException also if this is no domain controller */
    static Domain of(LDAPInterface directory) throws LDAPException {
        RootDSE root = directory.getRootDSE();
        String service = root == null ? null : root.getAttributeValue("dsServiceName");
        Long usn = root == null ? null : root.getAttributeValueAsLong("highestCommittedUSN");
        String name = root == null ? null : root.getAttributeValue("defaultNamingContext");
        if (service == null || usn == null || name == null) {
            throw new LDAPException(ResultCode.NO_SUCH_ATTRIBUTE, "the directory does not count its changes");
        }
        return new Domain(service + copyOf(service, directory), name, usn);
    }

    /** Empty if the service account may not see it. */
    private static String copyOf(String service, LDAPInterface directory) throws LDAPException {
        try {
            SearchResultEntry settings = directory.getEntry(service, "invocationId");
            byte[] id = settings == null ? null : settings.getAttributeValueBytes("invocationId");
            return id == null ? "" : " " + Base64.getEncoder().encodeToString(id);
        } catch (LDAPException e) {
            if (e.getResultCode().isConnectionUsable()) {
                return "";
            }
            throw e;
        }
    }
}
