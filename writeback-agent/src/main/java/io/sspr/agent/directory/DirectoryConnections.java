package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.GetEntryLDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sspr.agent.AgentConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.SocketFactory;

/**
 * The ways to the directory: a few connections signed in as the service account, kept open and replaced as they break,
 * and single connections for signing in as somebody else. All are TLS, trust the configured certificates only and
 * verify the host's name. Of several domain controllers the first that answers is used until it fails, then the next;
 * a failed one comes last from then on. Every step has a time limit, and none of them needs the directory to be up when
 * the agent starts. Thread-safe.
 */
final class DirectoryConnections implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration OPERATION_LIMIT = Duration.ofSeconds(3);
    private static final Duration SIGN_OF_LIFE_LIMIT = Duration.ofSeconds(1);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int KEPT = 4;
    private static final int KEPT_READY = 2;

    private final Map<String, SingleServerSet> servers = new LinkedHashMap<>();
    private final FailoverServerSet anyServer;
    private final SimpleBindRequest serviceAccount;
    private final LDAPConnectionPool pool;

    DirectoryConnections(AgentConfig.Ldap config) {
        SocketFactory sockets = new ImpatientSockets(DirectoryTrust.sockets(config.certificate()), CONNECT_LIMIT);
        for (String each : config.urls()) {
            LDAPURL url = ldaps(each);
            servers.put(
                    name(url.getHost(), url.getPort()),
                    new SingleServerSet(url.getHost(), url.getPort(), sockets, options()));
        }
        anyServer = new FailoverServerSet(new ArrayList<>(servers.values()));
        // Or every new connection would wait for the one that does not answer.
        anyServer.setReOrderOnFailover(true);
        serviceAccount = new SimpleBindRequest(config.bindDn(), config.bindPassword());
        pool = openPool();
    }

    /** The domain controllers as {@code ldaps://host:port}, in the order of preference. */
    List<String> servers() {
        return List.copyOf(servers.keySet());
    }

    /** The domain controller at the other end of a connection, by the name that {@link #servers()} has for it. */
    static String server(LDAPConnection connection) {
        return name(connection.getConnectedAddress(), connection.getConnectedPort());
    }

    /**
     * Signed in as the service account. A read that meets a broken connection is repeated on a fresh one, a write
     * never.
     */
    LDAPConnectionPool pool() {
        return pool;
    }

    /** A connection of its own, signed in as nobody; to be closed by the caller. */
    LDAPConnection open() throws LDAPException {
        return anyServer.getConnection();
    }

    /**
     * Signs in as the service account, on a connection of its own so that an answer from before says nothing; to be
     * closed by the caller.
     */
    LDAPConnection signIn() throws LDAPException {
        return signIn(anyServer.getConnection());
    }

    /** As above, to one domain controller. */
    LDAPConnection signIn(String server) throws LDAPException {
        return signIn(servers.get(server).getConnection());
    }

    @Override
    public void close() {
        pool.close();
    }

    private LDAPConnection signIn(LDAPConnection own) throws LDAPException {
        try {
            own.bind(serviceAccount.duplicate());
            return own;
        } catch (LDAPException e) {
            own.close();
            throw e;
        }
    }

    private LDAPConnectionPool openPool() {
        try {
            // No first connection: the agent starts, and says so, while the directory is away.
            LDAPConnectionPool opened = new LDAPConnectionPool(anyServer, serviceAccount, 0, KEPT);
            opened.setConnectionPoolName("directory");
            opened.setRetryFailedOperationsDueToInvalidConnections(Set.of(OperationType.SEARCH));
            opened.setMinimumAvailableConnectionGoal(KEPT_READY);
            opened.setMaxConnectionAgeMillis(OLDEST.toMillis());
            opened.setHealthCheck(signOfLife());
            return opened;
        } catch (LDAPException e) {
            throw new IllegalStateException("a pool without connections cannot be opened", e);
        }
    }

    /** Asked for before each use, so that nothing is sent to a domain controller that is not there any more. */
    private static GetEntryLDAPConnectionPoolHealthCheck signOfLife() {
        boolean onCheckout = true;
        boolean inBackground = true;
        return new GetEntryLDAPConnectionPoolHealthCheck(
                "", SIGN_OF_LIFE_LIMIT.toMillis(), false, onCheckout, false, inBackground, false);
    }

    private static LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) CONNECT_LIMIT.toMillis());
        options.setResponseTimeoutMillis(OPERATION_LIMIT.toMillis());
        options.setAbandonOnTimeout(true);
        options.setSSLSocketVerifier(ImpatientSockets.verifier());
        return options;
    }

    private static String name(String host, int port) {
        return "ldaps://" + host + ":" + port;
    }

    private static LDAPURL ldaps(String text) {
        try {
            LDAPURL url = new LDAPURL(text.strip());
            if (url.getScheme().equals("ldaps") && url.hostProvided()) {
                return url;
            }
        } catch (LDAPException e) {
            // Same remedy as for a URL that is readable and unfit.
        }
        throw new ConfigurationException("The agent cannot start: SSPR_LDAP_URL is not of the form ldaps://host:port,"
                + " or several of them separated by commas. The directory accepts passwords over TLS only. Correct the"
                + " variable and start the agent.");
    }
}
