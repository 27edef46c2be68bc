package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.ObjectPair;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

/** A self-signed certificate of a directory, kept in a folder under the name of the host. */
public record TestCertificate(SSLServerSocketFactory serverSockets, Path pem) {
    private static final char[] NO_SECRET = "test".toCharArray();

    public static TestCertificate in(Path folder, String host) throws Exception {
        Path store = folder.resolve(host + ".p12");
        if (Files.notExists(store)) {
            make(folder, host);
        }
        KeyStore kept = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            kept.load(in, NO_SECRET);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(kept, NO_SECRET);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return new TestCertificate(tls.getServerSocketFactory(), folder.resolve(host + ".pem"));
    }

    private static void make(Path folder, String host) throws Exception {
        long now = System.currentTimeMillis();
        ObjectPair<X509Certificate, KeyPair> made = X509Certificate.generateSelfSignedCertificate(
                SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                PublicKeyAlgorithmIdentifier.RSA,
                2048,
                new DN(new RDN("CN", host)),
                now - Duration.ofDays(1).toMillis(),
                now + Duration.ofDays(1).toMillis());
        Files.writeString(folder.resolve(host + ".pem"), made.getFirst().toPEMString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {made.getFirst().toCertificate()};
        store.setKeyEntry("directory", made.getSecond().getPrivate(), NO_SECRET, chain);
        try (OutputStream out = Files.newOutputStream(folder.resolve(host + ".p12"))) {
            store.store(out, NO_SECRET);
        }
    }
}
