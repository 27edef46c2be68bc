package io.sspr.sandbox.samba;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * The accounts and groups of a domain, seen and changed as its administrator over LDAPS. People live in an
 * organizational unit of their own, over which the service account has the rights that an agent needs. Source: R-WB-12.
 */
public final class DomainAccounts {
    static final String REALM = "CORP.CONTOSO.LOCAL";
    static final String BASE_DN = "DC=corp,DC=contoso,DC=local";
    static final String ADMINISTRATOR_DN = "CN=Administrator,CN=Users," + BASE_DN;
    static final String ADMINISTRATOR_PASSWORD = "Adm1n-Passw0rd!";
    static final String SERVICE_NAME = "svc-sspr";
    static final String SERVICE_DN = "CN=" + SERVICE_NAME + ",CN=Users," + BASE_DN;
    static final String SERVICE_PASSWORD = "Serv1ce-Passw0rd!";
    static final int LDAPS_PORT = 636;

    static final String PEOPLE_DN = "OU=People," + BASE_DN;
    static final String OTHERS_DN = "OU=Others," + BASE_DN;
    private static final String ENABLED_AND_NEVER_EXPIRES = "66048";
    private static final int MORE_TRIES_THAN_ANY_THRESHOLD = 20;
    private static final int LIMIT_MILLISECONDS = (int) Duration.ofSeconds(5).toMillis();

    private final String address;

    /** What is asked of the domain over one connection. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(LDAPConnection domain) throws LDAPException;
    }

    DomainAccounts(String address) {
        this.address = address;
    }

    /** Where the service account has its rights. */
    public String peopleDn() {
        return PEOPLE_DN;
    }

    /** Where it has none. */
    public String othersDn() {
        return OTHERS_DN;
    }

    /** Adds an enabled account among the people; returns its DN. */
    public String create(String name, String displayName, String password) {
        return createIn(PEOPLE_DN, name, displayName, password);
    }

    /** Adds an enabled account elsewhere; returns its DN. */
    public String createIn(String parentDn, String name, String displayName, String password) {
        String dn = "CN=" + name + "," + parentDn;
        asAdministrator(domain -> domain.add(
                dn,
                new Attribute("objectClass", "user"),
                new Attribute("sAMAccountName", name),
                new Attribute("displayName", displayName),
                new Attribute("userPrincipalName", name + "@contoso.com"),
                new Attribute("userAccountControl", "512"),
                new Attribute("unicodePwd", quoted(password))));
        return dn;
    }

    public void delete(String dn) {
        asAdministrator(domain -> domain.delete(dn));
    }

    /** Adds a global security group among the people; returns its DN. */
    public String createGroup(String name) {
        String dn = "CN=" + name + "," + PEOPLE_DN;
        asAdministrator(
                domain -> domain.add(dn, new Attribute("objectClass", "group"), new Attribute("sAMAccountName", name)));
        return dn;
    }

    /** @param memberDn of an account or a group */
    public void addToGroup(String memberDn, String groupDn) {
        asAdministrator(domain -> domain.modify(groupDn, new Modification(ModificationType.ADD, "member", memberDn)));
    }

    public void set(String dn, String attribute, String value) {
        asAdministrator(domain -> domain.modify(dn, new Modification(ModificationType.REPLACE, attribute, value)));
    }

    public void set(String dn, String attribute, byte[] value) {
        asAdministrator(domain -> domain.modify(dn, new Modification(ModificationType.REPLACE, attribute, value)));
    }

    public void setPassword(String dn, String password) {
        set(dn, "unicodePwd", quoted(password));
    }

    /** The bytes of an attribute's one value; null if it has none. */
    public byte[] bytes(String dn, String attribute) {
        return read(dn, attribute).getAttributeValueBytes(attribute);
    }

    /** An attribute's one value; null if it has none. */
    public String value(String dn, String attribute) {
        return read(dn, attribute).getAttributeValue(attribute);
    }

    /** What the domain answers to a sign-in: empty if it succeeds, else the diagnostic message of the refusal. */
    public String signIn(String dn, String password) {
        try (LDAPConnection connection = connect()) {
            connection.bind(dn, password);
            return "";
        } catch (LDAPException refused) {
            if (refused.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return refused.getDiagnosticMessage();
            }
            throw new IllegalStateException("The domain controller does not answer a sign-in.", refused);
        }
    }

    public boolean signsIn(String dn, String password) {
        return signIn(dn, password).isEmpty();
    }

    /** Tries wrong passwords until the account is locked out; that takes a lockout threshold. */
    public void lockOut(String dn) {
        for (int tries = 0; tries < MORE_TRIES_THAN_ANY_THRESHOLD; tries++) {
            if (signIn(dn, "wrong-Passw0rd!").contains("data 775")) {
                return;
            }
        }
        throw new IllegalStateException("The domain locks nobody out.");
    }

    /** The organizational units and the service account, as yet without rights. */
    void prepare() {
        asAdministrator(domain -> domain.add(PEOPLE_DN, new Attribute("objectClass", "organizationalUnit")));
        asAdministrator(domain -> domain.add(OTHERS_DN, new Attribute("objectClass", "organizationalUnit")));
        createIn("CN=Users," + BASE_DN, SERVICE_NAME, "Self-service password reset", SERVICE_PASSWORD);
        set(SERVICE_DN, "userAccountControl", ENABLED_AND_NEVER_EXPIRES);
    }

    /** Whether the domain lets its administrator in. */
    boolean areReachable() {
        try (LDAPConnection connection = connect()) {
            connection.bind(ADMINISTRATOR_DN, ADMINISTRATOR_PASSWORD);
            return true;
        } catch (LDAPException notYet) {
            return false;
        }
    }

    private SearchResultEntry read(String dn, String attribute) {
        SearchResultEntry entry = asAdministrator(domain -> domain.getEntry(dn, attribute));
        if (entry == null) {
            throw new IllegalArgumentException("There is no " + dn);
        }
        return entry;
    }

    private <T> T asAdministrator(Question<T> question) {
        try (LDAPConnection connection = connect()) {
            connection.bind(ADMINISTRATOR_DN, ADMINISTRATOR_PASSWORD);
            return question.ask(connection);
        } catch (LDAPException refused) {
            throw new IllegalStateException(
                    "The domain controller refused its administrator: " + refused.getDiagnosticMessage(), refused);
        }
    }

    /** Trusts any certificate, since the expired one is presented as well. */
    private LDAPConnection connect() throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(LIMIT_MILLISECONDS);
        options.setResponseTimeoutMillis(LIMIT_MILLISECONDS);
        try {
            return new LDAPConnection(
                    new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory(), options, address, LDAPS_PORT);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("This JVM has no TLS.", failed);
        }
    }

    private static byte[] quoted(String password) {
        return ('"' + password + '"').getBytes(StandardCharsets.UTF_16LE);
    }
}
