package io.sspr.sandbox.directory;

import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * The self-signed TLS certificate of the directory: a key store for the server and a PEM file for its clients. An
 * existing one is kept as long as it names the host, so that clients need not be restarted with the directory.
 */
final class DirectoryCertificate {
    private static final String ALIAS = "directory";
    // Protects nothing: who may read the file may read the source as well. The file mode is the protection.
    private static final String STORE_PASSWORD = "sandbox";

    private final Path store;
    private final Path pem;

    private DirectoryCertificate(Path folder) {
        store = folder.resolve("directory.p12");
        pem = folder.resolve("directory.pem");
    }

    /**
     * Makes the two files unless they are there.
     *
     * @param host a name by which clients reach the directory, next to localhost
     */
    static DirectoryCertificate in(Path folder, String host) {
        DirectoryCertificate certificate = new DirectoryCertificate(folder);
        try {
            Files.createDirectories(folder);
            if (!certificate.names(host)) {
                certificate.make(host);
            }
            return certificate;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("The certificate of the directory cannot be made.", failed);
        }
    }

    Path pem() {
        return pem;
    }

    SSLServerSocketFactory serverSockets() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(), STORE_PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("The certificate of the directory cannot be used.", failed);
        }
    }

    private void make(String host) throws IOException {
        Files.deleteIfExists(store);
        Files.deleteIfExists(pem);
        run(
                "generate-self-signed-certificate",
                "--keystore=" + store,
                "--keystore-password=" + STORE_PASSWORD,
                "--keystore-type=PKCS12",
                "--alias=" + ALIAS,
                "--subject-dn=CN=" + host,
                "--key-algorithm=EC",
                "--key-size-bits=256",
                "--signature-algorithm=SHA256withECDSA",
                "--days-valid=3650",
                "--subject-alternative-name-dns=localhost",
                "--subject-alternative-name-dns=" + host,
                "--subject-alternative-name-ip-address=127.0.0.1");
        run(
                "export-certificate",
                "--keystore=" + store,
                "--keystore-password=" + STORE_PASSWORD,
                "--alias=" + ALIAS,
                "--output-format=PEM",
                "--output-file=" + pem);
        if (Files.getFileStore(store).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void run(String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ResultCode result = ManageCertificates.main(null, said, said, command);
        if (result != ResultCode.SUCCESS) {
            throw new IllegalStateException(command[0] + " failed: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private boolean names(String host) throws IOException, GeneralSecurityException {
        return Files.exists(store) && Files.exists(pem) && alternativeNames().contains(host);
    }

    private List<Object> alternativeNames() throws IOException, GeneralSecurityException, CertificateParsingException {
        X509Certificate certificate = (X509Certificate) keyStore().getCertificate(ALIAS);
        return certificate.getSubjectAlternativeNames().stream()
                .<Object>map(name -> name.get(1))
                .toList();
    }

    private KeyStore keyStore() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
    }
}
