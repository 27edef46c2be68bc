package io.sspr.sandbox.samba;

import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The self-signed TLS certificate of a domain controller for its address and name, with its private key, each in a
 * PEM file.
 */
record DomainCertificate(Path pem, Path key) {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String ALIAS = "domain-controller";
    private static final String STORE_PASSWORD = "sandbox";

    /** The files of a folder, made or not. */
    static DomainCertificate in(Path folder) {
        return new DomainCertificate(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    }

    /** Makes one in the place of the former. */
    void make(String address, String name, LocalDateTime from, int days) {
        Path store = pem.resolveSibling("certificate.p12");
        try {
            Files.createDirectories(pem.getParent());
            for (Path each : new Path[] {store, pem, key}) {
                Files.deleteIfExists(each);
            }
            generate(store, address, name, from, days);
            export(store, "export-certificate", pem);
            export(store, "export-private-key", key);
            Files.delete(store);
            // Samba does not start with a key that others may read.
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void generate(Path store, String address, String name, LocalDateTime from, int days) {
        run(
                "generate-self-signed-certificate",
                "--keystore=" + store,
                "--keystore-password=" + STORE_PASSWORD,
                "--keystore-type=PKCS12",
                "--alias=" + ALIAS,
                "--subject-dn=CN=" + address,
                "--key-algorithm=RSA",
                "--key-size-bits=2048",
                "--signature-algorithm=SHA256withRSA",
                "--validity-start-time=" + START.format(from),
                "--days-valid=" + days,
                "--subject-alternative-name-dns=" + name,
                "--subject-alternative-name-ip-address=" + address);
    }

    private static void export(Path store, String command, Path to) {
        run(
                command,
                "--keystore=" + store,
                "--keystore-password=" + STORE_PASSWORD,
                "--alias=" + ALIAS,
                "--output-format=PEM",
                "--output-file=" + to);
    }

    private static void run(String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ResultCode result = ManageCertificates.main(null, said, said, command);
        if (result != ResultCode.SUCCESS) {
            throw new IllegalStateException(command[0] + " failed: " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
