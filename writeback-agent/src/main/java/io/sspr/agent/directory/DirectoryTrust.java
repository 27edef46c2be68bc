package io.sspr.agent.directory;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Which certificates the directory may present. */
final class DirectoryTrust {
    private DirectoryTrust() {}

    /**
     * Sockets that trust the certificates of a PEM file and no others; without a file, those that the Java installation
     * trusts.
     *
     * @throws ConfigurationException if the file holds none
     */
    static SSLSocketFactory sockets(Optional<Path> certificates) {
        if (certificates.isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try (InputStream pem = Files.newInputStream(certificates.get())) {
            return trusting(pem);
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The agent cannot start: SSPR_LDAP_CERTIFICATE does not name a readable PEM"
                            + " file of certificates: path=" + certificates.get()
                            + ". Export the directory's certificate, correct the variable and start the agent.");
        }
    }

    private static SSLSocketFactory trusting(InputStream pem) throws IOException, GeneralSecurityException {
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
    }
}
