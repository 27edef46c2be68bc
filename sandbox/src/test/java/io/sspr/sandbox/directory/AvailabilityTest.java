package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.sandbox.demo.DemoAccounts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailabilityTest extends DirectoryFixture {
    @Test
    void downRefusesNewConnectionsAndCutsOldOnes() throws LDAPException, GeneralSecurityException {
        try (LdapClient connected = LdapClient.asService(directory)) {
            directory.up(false);

            assertThat(catchThrowableOfType(LDAPException.class, () -> LdapClient.anonymous(directory))
                            .getResultCode())
                    .isEqualTo(ResultCode.CONNECT_ERROR);
            assertThat(catchThrowableOfType(LDAPException.class, () -> connected.user(PETRA)))
                    .isNotNull();
        }
    }

    @Test
    void comesBackOnTheSamePortWithEverythingItKnew() throws LDAPException, GeneralSecurityException {
        int port = directory.port();
        try (LdapClient service = LdapClient.asService(directory)) {
            service.reset(PETRA, "Brave-Otter-77");
        }

        directory.up(false);
        directory.up(true);

        assertThat(directory.port()).isEqualTo(port);
        assertThatCode(() -> LdapClient.bound(directory, "CORP\\petra", "Brave-Otter-77")
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void seedBringsEverythingBack() throws LDAPException, GeneralSecurityException {
        try (LdapClient service = LdapClient.asService(directory)) {
            service.reset(PETRA, "Brave-Otter-77");
        }
        directory.lockOut(PETRA);

        directory.seed(DemoAccounts.ALL);

        assertThatCode(() -> LdapClient.bound(directory, "CORP\\petra", PETRAS_PASSWORD)
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void certificateNamesBothHosts() throws IOException, GeneralSecurityException {
        assertThat(certificate(directory.certificate()).getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains("localhost", "world", "127.0.0.1");
    }

    @Test
    void certificateIsKeptUntilAnotherHostIsWanted(@TempDir Path keys) throws IOException {
        byte[] first = certificateOf(keys, "world");

        assertThat(certificateOf(keys, "world")).isEqualTo(first);
        assertThat(certificateOf(keys, "elsewhere")).isNotEqualTo(first);
    }

    private static byte[] certificateOf(Path keys, String host) throws IOException {
        try (Directory other = Directory.start(InetAddress.getLoopbackAddress(), 0, keys, host, CLOCK)) {
            return Files.readAllBytes(other.certificate());
        }
    }

    private static X509Certificate certificate(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
