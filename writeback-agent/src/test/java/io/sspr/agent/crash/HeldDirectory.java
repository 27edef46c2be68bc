package io.sspr.agent.crash;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.TestCertificate;
import io.sspr.agent.directory.TestDirectory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory over TLS that outlives the agents, counts what they write and can be held up. It keeps no password
 * history, so that nothing hides a second write of the same password.
 */
final class HeldDirectory implements AutoCloseable {
    private static final long SET_LONG_AGO = 132223104000000000L;

    private final HeldOperations operations = new HeldOperations();
    private final InMemoryDirectoryServer server;

    /** @param folder is given the certificate, {@code localhost.pem} */
    HeldDirectory(int port, Path folder) throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(TestConfig.BASE_DN);
        config.setSchema(null);
        config.addAdditionalBindCredentials(TestConfig.SERVICE_DN, TestDirectory.SERVICE_PASSWORD);
        config.addInMemoryOperationInterceptor(operations);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                "ldaps",
                InetAddress.getLoopbackAddress(),
                port,
                TestCertificate.in(folder, "localhost").serverSockets(),
                null));
        config.setRootDSEEntry(new Entry(
                "",
                new Attribute("objectClass", "top"),
                new Attribute("defaultNamingContext", TestConfig.BASE_DN),
                new Attribute("supportedControl", "1.2.840.113556.1.4.2239")));
        server = new InMemoryDirectoryServer(config);
        server.add(
                TestConfig.BASE_DN,
                new Attribute("objectClass", "domainDNS"),
                new Attribute("minPwdLength", "7"),
                new Attribute("pwdProperties", "1"),
                new Attribute("pwdHistoryLength", "24"),
                new Attribute("minPwdAge", "0"));
        server.startListening();
    }

    /** Adds an account in good order under the {@link TestDirectory#OLD_PASSWORD}. */
    void addUser(String name) throws LDAPException {
        server.add(
                TestDirectory.dn(name),
                new Attribute("objectClass", "top", "person", "user"),
                new Attribute("objectCategory", "person"),
                new Attribute("sAMAccountName", name),
                new Attribute("displayName", "Erin M. Hagens"),
                new Attribute("userAccountControl", "512"),
                new Attribute("pwdLastSet", Long.toString(SET_LONG_AGO)),
                new Attribute("mS-DS-ConsistencyGuid", anchor(name)),
                new Attribute("userPassword", TestDirectory.OLD_PASSWORD));
    }

    /** What ties a cloud account to the user: readable, so that a search for it is known as such. */
    static byte[] anchor(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** Sets a password as somebody on-premises does. */
    void setOnPremises(String name, String password) throws LDAPException {
        server.modify(
                TestDirectory.dn(name),
                new Modification(ModificationType.REPLACE, "userPassword", password),
                new Modification(ModificationType.REPLACE, "pwdLastSet", operations.fileTime()));
    }

    /** Holds the next operation of this kind up. */
    Hold hold(DirectoryStep step, String name) {
        return operations.hold(step, name);
    }

    /** As {@link DirectoryStep#BEFORE_WRITE}, and what was held up is lost. */
    Hold holdAndLoseWrite(String name) {
        operations.loseNextWrite(name);
        return hold(DirectoryStep.BEFORE_WRITE, name);
    }

    /** The passwords that agents sent for this account, whether they took effect or not, in order. */
    List<String> passwordsSent(String name) {
        return operations.sent(TestDirectory.dn(name));
    }

    /** The passwords of agents that took effect, in order. */
    List<String> passwordsSet(String name) {
        return operations.set(TestDirectory.dn(name));
    }

    boolean signsIn(String name, String password) throws LDAPException {
        try {
            server.bind(TestDirectory.dn(name), password);
            return true;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
