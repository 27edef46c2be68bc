package io.sspr.agent.sync;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/**
 * What identifies an object of the directory.
 *
 * @param guid its own id, which stays when it is renamed, moved or deleted
 * @param name its distinguished name, in the normal form in which two spellings of it are equal
 * @param anchor what the cloud side knows it by; base64 of 16 bytes. Source: R-WB-10
 */
record DirectoryObject(UUID guid, String name, String anchor) {
    static final String GUID = "objectGUID";
    static final String ANCHOR = "mS-DS-ConsistencyGuid";

    /** @throws LDAPException if the service account may not read the object's id */
    static DirectoryObject of(SearchResultEntry entry) throws LDAPException {
        byte[] own = entry.getAttributeValueBytes(ANCHOR);
        byte[] guid = entry.getAttributeValueBytes(GUID);
        return new DirectoryObject(
                guid(entry), normalised(entry.getDN()), Base64.getEncoder().encodeToString(own == null ? guid : own));
    }

    static UUID guid(SearchResultEntry entry) throws LDAPException {
        byte[] value = entry.getAttributeValueBytes(GUID);
        if (value == null || value.length != Long.BYTES * 2) {
            throw new LDAPException(ResultCode.NO_SUCH_ATTRIBUTE, "an object without objectGUID");
        }
        ByteBuffer bytes = ByteBuffer.wrap(value);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static String normalised(String name) {
        try {
            return DN.normalize(name);
        } catch (LDAPException e) {
            // A name that this library reads more strictly than the directory does is still equal to itself.
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
