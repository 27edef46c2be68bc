package io.sspr.sandbox.directory;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** A client of the directory over real TLS, trusting its certificate only. */
final class LdapClient implements AutoCloseable {
    static final Control POLICY_HINTS = policyHints(DirectoryTree.POLICY_HINTS, 1);

    private final LDAPConnection connection;

    private LdapClient(LDAPConnection connection) {
        this.connection = connection;
    }

    static LdapClient anonymous(Directory directory) throws LDAPException, GeneralSecurityException {
        SSLUtil tls =
                new SSLUtil(new PEMFileTrustManager(directory.certificate().toFile()));
        return new LdapClient(new LDAPConnection(tls.createSSLSocketFactory(), "localhost", directory.port()));
    }

    static LdapClient bound(Directory directory, String name, String password)
            throws LDAPException, GeneralSecurityException {
        LdapClient client = anonymous(directory);
        try {
            client.connection.bind(name, password);
            return client;
        } catch (LDAPException refused) {
            client.close();
            throw refused;
        }
    }

    static LdapClient asService(Directory directory) throws LDAPException, GeneralSecurityException {
        return bound(directory, Directory.SERVICE_ACCOUNT, Directory.SERVICE_PASSWORD);
    }

    LDAPConnection connection() {
        return connection;
    }

    SearchResultEntry user(String samAccountName) throws LDAPException {
        return connection.searchForEntry(Directory.BASE_DN, SearchScope.SUB, "(sAMAccountName=" + samAccountName + ")");
    }

    LDAPResult reset(String samAccountName, String password, Control... controls) {
        return modify(
                samAccountName, controls, new Modification(ModificationType.REPLACE, "unicodePwd", quoted(password)));
    }

    LDAPResult change(String samAccountName, String oldPassword, String newPassword) {
        return modify(
                samAccountName,
                new Control[0],
                new Modification(ModificationType.DELETE, "unicodePwd", quoted(oldPassword)),
                new Modification(ModificationType.ADD, "unicodePwd", quoted(newPassword)));
    }

    LDAPResult replace(String samAccountName, String attribute, String value) {
        return modify(samAccountName, new Control[0], new Modification(ModificationType.REPLACE, attribute, value));
    }

    /** The answer of the server, refusals included. */
    LDAPResult modify(String samAccountName, Control[] controls, Modification... modifications) {
        try {
            String dn = user(samAccountName).getDN();
            return connection.modify(new ModifyRequest(dn, modifications, controls));
        } catch (LDAPException refused) {
            return refused.toLDAPResult();
        }
    }

    static byte[] quoted(String password) {
        return ('"' + password + '"').getBytes(StandardCharsets.UTF_16LE);
    }

    static Control policyHints(String oid, int flags) {
        byte[] value = new ASN1Sequence(new ASN1Integer(flags)).encode();
        return new Control(oid, true, new ASN1OctetString(value));
    }

    @Override
    public void close() {
        connection.close();
    }
}
