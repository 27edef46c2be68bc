package io.sspr.sandbox.samba;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.util.List;

/**
 * The demo accounts in a real domain, made and put back over LDAPS by its administrator, so that the domain controller
 * may be on another machine. One thread at a time.
 */
public final class DemoDomain {
    private static final int LIMIT_MILLISECONDS = 10_000;
    private static final int WRONG_PASSWORDS = 5;
    private static final String LOCKED_OUT = "data 775";

    private final URI server;
    private final Path certificate;

    /** @param certificate PEM file with the certificate of the domain controller */
    public DemoDomain(URI server, Path certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /**
     * Lets passwords be set again at once, since those of the demo are as old as its last seed, and locks accounts out
     * after a few wrong ones. Agents remember a policy for a while: do this before they look. Source: R-ADP-06.
     */
    public void relaxPolicy() {
        asAdministrator(domain -> domain.modify(
                DomainAccounts.BASE_DN,
                replace("minPwdAge", "0"),
                replace("lockoutThreshold", Integer.toString(WRONG_PASSWORDS))));
    }

    /**
     * Returns the objects of these accounts to their first state, passwords included. What is remembered of former
     * passwords stays.
     */
    public void seed(List<DemoAccount> accounts) {
        relaxPolicy();
        asAdministrator(domain -> {
            for (DemoAccount account : accounts) {
                seed(domain, account);
            }
        });
    }

    private void asAdministrator(Work work) {
        try (LDAPConnection domain = connect()) {
            domain.bind(DomainAccounts.ADMINISTRATOR_DN, DomainAccounts.ADMINISTRATOR_PASSWORD);
            work.in(domain);
        } catch (LDAPException refused) {
            throw new IllegalStateException("The domain does not take the demo.", refused);
        }
    }

    @FunctionalInterface
    private interface Work {
        void in(LDAPConnection domain) throws LDAPException;
    }

    private void seed(LDAPConnection domain, DemoAccount account) throws LDAPException {
        OnPremises state = account.onPremises();
        if (state == OnPremises.NONE) {
            return;
        }
        if (state == OnPremises.MISSING) {
            remove(domain, account.name());
            return;
        }
        put(domain, DomainPerson.of(account));
        if (state == OnPremises.TWIN) {
            put(domain, DomainPerson.twinOf(account));
        }
        if (state == OnPremises.LOCKED) {
            lockOut(account);
        }
    }

    private static void put(LDAPConnection domain, DomainPerson person) throws LDAPException {
        if (find(domain, person.samAccountName()) == null) {
            domain.add(
                    person.dn(),
                    new Attribute("objectClass", "user"),
                    new Attribute("sAMAccountName", person.samAccountName()));
        }
        domain.modify(person.dn(), person.firstState());
    }

    private static void remove(LDAPConnection domain, String samAccountName) throws LDAPException {
        SearchResultEntry found = find(domain, samAccountName);
        if (found != null) {
            domain.delete(found.getDN());
        }
    }

    private static SearchResultEntry find(LDAPConnection domain, String samAccountName) throws LDAPException {
        return domain.searchForEntry(
                DomainAccounts.BASE_DN,
                SearchScope.SUB,
                Filter.createEqualityFilter("sAMAccountName", samAccountName),
                "1.1");
    }

    /** Nobody may write the time of a lockout but the domain itself: it takes wrong passwords. */
    private void lockOut(DemoAccount account) throws LDAPException {
        String said = "";
        for (int tries = 0; tries <= WRONG_PASSWORDS && !said.contains(LOCKED_OUT); tries++) {
            said = signIn(DomainPerson.of(account).dn(), "No-Password-" + tries);
        }
        if (!said.contains(LOCKED_OUT)) {
            throw new IllegalStateException(account + " is not locked out: " + said);
        }
    }

    /** @return why it was refused; empty if it was not */
    private String signIn(String dn, String password) throws LDAPException {
        try (LDAPConnection connection = connect()) {
            connection.bind(dn, password);
            return "";
        } catch (LDAPException refused) {
            if (refused.getResultCode() == ResultCode.INVALID_CREDENTIALS) {
                return refused.getDiagnosticMessage();
            }
            throw refused;
        }
    }

    private LDAPConnection connect() throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(LIMIT_MILLISECONDS);
        options.setResponseTimeoutMillis(LIMIT_MILLISECONDS);
        try {
            SSLUtil ssl = new SSLUtil(new PEMFileTrustManager(certificate.toFile()));
            return new LDAPConnection(ssl.createSSLSocketFactory(), options, server.getHost(), server.getPort());
        } catch (KeyStoreException broken) {
            throw new IllegalStateException(certificate + " is no certificate", broken);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("no TLS on this Java runtime", failed);
        }
    }

    private static Modification replace(String attribute, String value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }
}
