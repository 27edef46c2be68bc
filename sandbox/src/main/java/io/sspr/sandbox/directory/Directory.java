package io.sspr.sandbox.directory;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import io.sspr.sandbox.demo.DemoAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * The on-premises directory: LDAP over TLS only, and for a password reset it answers as Active Directory does.
 * Thread-safe.
 */
public final class Directory implements AutoCloseable {
    public static final String BASE_DN = "DC=corp,DC=contoso,DC=example";
    /** The account of the agent, with the rights of R-WB-12 except below OU=Restricted. */
    public static final String SERVICE_ACCOUNT = "CN=svc-sspr,CN=Users," + BASE_DN;
    /** A constant of the sandbox, known to everybody. */
    public static final String SERVICE_PASSWORD = "Writeback-Demo-4711";

    private static final int NORMAL_ACCOUNT_WITH_FIXED_PASSWORD = 0x200 | 0x40;

    private final DirectoryTree tree;
    private final Clock clock;
    private final DirectoryCertificate certificate;
    private final LDAPListenerConfig settings;
    private LDAPListener listener;

    private Directory(DirectoryTree tree, Clock clock, DirectoryCertificate certificate, LDAPListenerConfig settings) {
        this.tree = tree;
        this.clock = clock;
        this.certificate = certificate;
        this.settings = settings;
    }

    /**
     * Starts an unseeded directory that listens.
     *
     * @param port 0 for any free port
     * @param keys where certificate and key are kept
     * @param host name in the certificate, next to localhost
     */
    public static Directory start(InetAddress address, int port, Path keys, String host, Clock clock) {
        DirectoryTree tree = new DirectoryTree(clock);
        tree.seed(List.of());
        DirectoryCertificate certificate = DirectoryCertificate.in(keys, host);
        LDAPListenerConfig settings = new LDAPListenerConfig(port, new DirectoryConnection(tree, clock));
        settings.setListenAddress(address);
        settings.setServerSocketFactory(certificate.serverSockets());
        Directory directory = new Directory(tree, clock, certificate, settings);
        directory.up(true);
        return directory;
    }

    public int port() {
        return settings.getListenPort();
    }

    public String url() {
        return "ldaps://localhost:" + port();
    }

    /** The PEM file that a client has to trust. */
    public Path certificate() {
        return certificate.pem();
    }

    /** Returns passwords, history, lockouts, ages and policy to their first state; sets every password 30 days ago. */
    public void seed(List<DemoAccount> accounts) {
        tree.seed(accounts);
    }

    public void apply(DomainPolicy policy) {
        try {
            tree.apply(policy);
        } catch (LDAPException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Refuses new passwords, after all other rules, that the filter does not accept; until the next seed. Source: R-ADP-07. */
    public void filterPasswords(Predicate<String> accepts) {
        tree.filterPasswords(accepts);
    }

    /** Locks an account out, as too many wrong passwords would. */
    public void lockOut(String samAccountName) {
        write(samAccountName, "lockoutTime", FileTime.of(clock.instant()));
    }

    /** Makes the owner change the password at the next sign-in. */
    public void forcePasswordChange(String samAccountName) {
        write(samAccountName, "pwdLastSet", 0);
    }

    /** Lets an account expire now. */
    public void expire(String samAccountName) {
        write(samAccountName, "accountExpires", FileTime.of(clock.instant()));
    }

    /** Gives an attribute of a user another value. */
    public void describe(String samAccountName, String attribute, String value) {
        Entry user = find(samAccountName);
        try {
            tree.write(user.getParsedDN(), attribute, value);
        } catch (LDAPException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Deletes a user, until the next seed. */
    public void delete(String samAccountName) {
        try {
            tree.delete(find(samAccountName));
        } catch (LDAPException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Takes the right to change the own password from a user. Source: R-ADP-09. */
    public void forbidPasswordChange(String samAccountName) {
        write(samAccountName, "userAccountControl", NORMAL_ACCOUNT_WITH_FIXED_PASSWORD);
    }

    /** Stops listening and cuts all connections, or listens again on the same port. Repeating it changes nothing. */
    public synchronized void up(boolean wanted) {
        if (wanted == (listener != null)) {
            return;
        }
        if (!wanted) {
            listener.shutDown(true);
            listener = null;
            return;
        }
        listener = new LDAPListener(settings);
        try {
            listener.startListening();
        } catch (IOException taken) {
            listener = null;
            throw new UncheckedIOException(taken);
        }
        settings.setListenPort(listener.getListenPort());
    }

    private void write(String samAccountName, String attribute, long value) {
        describe(samAccountName, attribute, Long.toString(value));
    }

    private Entry find(String samAccountName) {
        return tree.find("sAMAccountName", samAccountName)
                .orElseThrow(() -> new IllegalArgumentException("no such user: " + samAccountName));
    }

    @Override
    public void close() {
        up(false);
    }
}
