package io.sspr.agent.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.sspr.agent.TestConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A directory over TLS that answers to password writes and sign-ins as Active Directory does, with answers to order.
 */
public final class TestDirectory implements AutoCloseable {
    public static final String SERVICE_PASSWORD = "service-account-password";
    public static final String OLD_PASSWORD = "Old-Passw0rd";

    private static final String[] POLICY_HINTS = {"1.2.840.113556.1.4.2239", "1.2.840.113556.1.4.2066"};

    private final TestCertificate certificate;
    private final int port;
    private final TestDirectoryBehaviour behaviour = new TestDirectoryBehaviour();
    private final InMemoryDirectoryServer server;

    private TestDirectory(Path folder, int port, String host, String... controls) throws Exception {
        this.port = port;
        certificate = TestCertificate.in(folder, host);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(TestConfig.BASE_DN);
        config.setSchema(null);
        config.addAdditionalBindCredentials(TestConfig.SERVICE_DN, SERVICE_PASSWORD);
        config.addInMemoryOperationInterceptor(behaviour);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                "ldaps", InetAddress.getLoopbackAddress(), port, certificate.serverSockets(), null));
        config.setRootDSEEntry(new Entry(
                "",
                new Attribute("objectClass", "top"),
                new Attribute("defaultNamingContext", TestConfig.BASE_DN),
                new Attribute("supportedControl", controls)));
        server = new InMemoryDirectoryServer(config);
        behaviour.use(server);
        server.add(
                TestConfig.BASE_DN,
                new Attribute("objectClass", "domainDNS"),
                new Attribute("minPwdLength", "7"),
                new Attribute("pwdProperties", "1"),
                new Attribute("pwdHistoryLength", "24"),
                new Attribute("minPwdAge", "0"));
        server.startListening();
    }

    public static TestDirectory start(Path folder) throws Exception {
        return startNamed(folder, "localhost");
    }

    /** @param host the name in its certificate */
    public static TestDirectory startNamed(Path folder, String host) throws Exception {
        return new TestDirectory(folder, freePort(), host, POLICY_HINTS);
    }

    /** On a port that was told to the agent before, with a certificate that was prepared before. */
    public static TestDirectory startAt(int port, Path folder) throws Exception {
        return new TestDirectory(folder, port, "localhost", POLICY_HINTS);
    }

    /** Makes the certificate of a directory that starts later. */
    public static Path prepareCertificate(Path folder) throws Exception {
        return TestCertificate.in(folder, "localhost").pem();
    }

    public static TestDirectory startWithControls(Path folder, String... controls) throws Exception {
        return new TestDirectory(folder, freePort(), "localhost", controls);
    }

    public TestConfig config() {
        return new TestConfig(url(), SERVICE_PASSWORD, certificate.pem(), null, true);
    }

    public String url() {
        return "ldaps://localhost:" + port;
    }

    /** What the directory does with writes and sign-ins. */
    public TestDirectoryBehaviour behaviour() {
        return behaviour;
    }

    /** Adds an account in good order, set 30 days ago; {@code more} replaces or adds attributes. */
    public void addUser(String name, byte[] anchor, Attribute... more) throws LDAPException {
        Entry entry = new Entry(
                dn(name),
                new Attribute("objectClass", "top", "person", "user"),
                new Attribute("objectCategory", "person"),
                new Attribute("sAMAccountName", name),
                new Attribute("displayName", "Erin M. Hagens"),
                new Attribute("userAccountControl", "512"),
                new Attribute("pwdLastSet", "132223104000000000"),
                new Attribute("mS-DS-ConsistencyGuid", anchor),
                new Attribute("userPassword", OLD_PASSWORD));
        for (Attribute each : more) {
            entry.setAttribute(each);
        }
        entry.removeAttributeValue("mS-DS-ConsistencyGuid", "");
        server.add(entry);
    }

    /** Adds a fine-grained policy of twelve characters, no complexity, a history of three and an age of two days. */
    public String addPolicy(String name) throws LDAPException {
        String dn = "CN=" + name + "," + TestConfig.BASE_DN;
        server.add(
                dn,
                new Attribute("objectClass", "msDS-PasswordSettings"),
                new Attribute("msDS-MinimumPasswordLength", "12"),
                new Attribute("msDS-PasswordComplexityEnabled", "FALSE"),
                new Attribute("msDS-PasswordHistoryLength", "3"),
                new Attribute("msDS-MinimumPasswordAge", "-1728000000000"));
        return dn;
    }

    public static String dn(String name) {
        return "CN=" + name + "," + TestConfig.BASE_DN;
    }

    public String attribute(String name, String attribute) throws LDAPException {
        return server.getEntry(dn(name)).getAttributeValue(attribute);
    }

    public void set(String dn, String attribute, String value) throws LDAPException {
        server.modify(dn, new Modification(ModificationType.REPLACE, attribute, value));
    }

    public boolean signsIn(String name, String password) throws LDAPException {
        return server.getEntry(dn(name)).hasAttributeValue("userPassword", password);
    }

    /** From now on the directory's clock stands still at this time. */
    public void tellTime(Instant time) {
        behaviour.tellTime(time);
    }

    public void down() {
        server.shutDown(true);
    }

    public void up() throws LDAPException {
        server.startListening();
    }

    @Override
    public void close() {
        behaviour.release();
        server.shutDown(true);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
