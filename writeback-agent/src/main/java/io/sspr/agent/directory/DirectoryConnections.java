package io.sspr.agent.directory;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * The ways to the directory: a few connections signed in as the service account, kept open and replaced as they break,
 * and single connections for signing in as somebody else. All are TLS, trust the configured certificates only and
 * verify the host's name. Every step has a time limit, and none of them needs the directory to be up when the agent
 * starts. Thread-safe.
 */
final class DirectoryConnections implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration OPERATION_LIMIT = Duration.ofSeconds(3);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int KEPT = 4;
    private static final int KEPT_READY = 2;

    private final LDAPURL url;
    private final SocketFactory sockets;
    private final SimpleBindRequest serviceAccount;
    private final LDAPConnectionPool pool;

    DirectoryConnections(AgentConfig.Ldap config) {
        url = ldaps(config.url());
        sockets = new ImpatientSockets(trusting(config.certificate()), CONNECT_LIMIT);
        serviceAccount = new SimpleBindRequest(config.bindDn(), config.bindPassword());
        pool = openPool();
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
        return new LDAPConnection(sockets, options(), url.getHost(), url.getPort());
    }

    /** Signs in as the service account, on a connection of its own so that an answer from before says nothing. */
    void signIn() throws LDAPException {
        try (LDAPConnection own = open()) {
            own.bind(serviceAccount.duplicate());
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private LDAPConnectionPool openPool() {
        SingleServerSet server = new SingleServerSet(url.getHost(), url.getPort(), sockets, options());
        try {
            // No first connection: the agent starts, and says so, while the directory is away.
            LDAPConnectionPool opened = new LDAPConnectionPool(server, serviceAccount, 0, KEPT);
            opened.setConnectionPoolName("directory");
            opened.setRetryFailedOperationsDueToInvalidConnections(Set.of(OperationType.SEARCH));
            opened.setMinimumAvailableConnectionGoal(KEPT_READY);
            opened.setMaxConnectionAgeMillis(OLDEST.toMillis());
            return opened;
        } catch (LDAPException e) {
            throw new IllegalStateException("a pool without connections cannot be opened", e);
        }
    }

    private static LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) CONNECT_LIMIT.toMillis());
        options.setResponseTimeoutMillis(OPERATION_LIMIT.toMillis());
        options.setAbandonOnTimeout(true);
        options.setSSLSocketVerifier(ImpatientSockets.verifier());
        return options;
    }

    private static LDAPURL ldaps(String text) {
        try {
            LDAPURL url = new LDAPURL(text);
            if (url.getScheme().equals("ldaps") && url.hostProvided()) {
                return url;
            }
        } catch (LDAPException e) {
            // Same remedy as for a URL that is readable and unfit.
        }
        throw new ConfigurationException("The agent cannot start: SSPR_LDAP_URL is not of the form ldaps://host:port."
                + " The directory accepts passwords over TLS only. Correct the variable and start the agent.");
    }

    private static SSLSocketFactory trusting(Path certificates) {
        try (InputStream pem = Files.newInputStream(certificates)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("directory-" + trusted.size(), each);
            }
            if (trusted.size() == 0) {
                throw new KeyStoreException("no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The agent cannot start: SSPR_LDAP_CERTIFICATE does not name a readable PEM"
                            + " file of certificates: path=" + certificates
                            + ". Export the directory's certificate, correct the variable and start the agent.");
        }
    }
}
