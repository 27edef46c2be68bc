package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackVerdict;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent says while a real domain controller is away, and that it needs no restart when it is back. */
class SambaAwayIT extends SambaFixture {
    private static final String ANOTHER = "ldaps://127.0.0.6:636";
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Test
    void frozenDomainControllerIsUnreachableAndUsedAgainAfterwards_R_EVT_31034() throws Exception {
        // Given
        String dn = person();
        byte[] anchor = anchor(dn);
        OnPremisesDirectory directory = directory();
        DirectoryAccount account = directory.find(anchor);

        // When
        domain.pause();
        Refusal finding = inTime(() -> refusalOfFinding(directory, anchor));
        DirectoryException writing = inTime(
                () -> catchThrowableOfType(DirectoryException.class, () -> directory.setPassword(account, NEW, false)));
        domain.resume();

        // Then
        assertUnreachable(finding, "TIMEOUT");
        assertUnreachable(writing.refusal(), "TIMEOUT");
        assertThat(writing.isInDoubt()).isFalse();
        assertThat(signsIn(dn, Secret.of(OLD))).isTrue();
        assertThat(reset(directory, dn, NEW)).isEmpty();
        assertThat(signsIn(dn, NEW)).isTrue();
    }

    @Test
    void killedDomainControllerIsUnreachableAndUsedAgainAfterwards_R_EVT_31034() throws Exception {
        // Given
        String dn = person();
        byte[] anchor = anchor(dn);
        OnPremisesDirectory directory = directory();
        directory.find(anchor);

        // When
        domain.kill();
        Refusal refusal = inTime(() -> refusalOfFinding(directory, anchor));
        Refusal check = inTime(() -> directory.check().orElseThrow());
        domain.restart();

        // Then
        assertUnreachable(refusal, "REFUSED");
        assertUnreachable(check, "REFUSED");
        assertThat(reset(directory, dn, NEW)).isEmpty();
        assertThat(directory.check()).isEmpty();
        assertThat(directory.lastFault()).isEmpty();
    }

    @Test
    void wrongPortIsRefused_R_EVT_31034() throws Exception {
        // Given
        OnPremisesDirectory directory = directory(SambaConfig.of(domain).at("ldaps://127.0.0.5:637"));

        // Then
        assertUnreachable(inTime(() -> directory.check().orElseThrow()), "REFUSED");
    }

    @Test
    void unknownHostHasNoName_R_EVT_31034() throws Exception {
        // Given
        OnPremisesDirectory directory = directory(SambaConfig.of(domain).at("ldaps://dc9.invalid:636"));

        // Then
        assertUnreachable(inTime(() -> directory.check().orElseThrow()), "NAME");
    }

    @Test
    void portWithoutTlsIsTold_R_EVT_31034() throws Exception {
        // Given
        OnPremisesDirectory directory = directory(SambaConfig.of(domain).at("ldaps://127.0.0.5:389"));

        // Then
        assertThat(inTime(() -> directory.check().orElseThrow()).verdict())
                .isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
    }

    @Test
    void expiredCertificateIsRefusedUntilItIsReplaced_R_EVT_31034() throws Exception {
        // When
        domain.presentExpiredCertificate();
        OnPremisesDirectory directory = directory();
        Refusal refusal = inTime(() -> directory.check().orElseThrow());
        domain.presentGoodCertificate();

        // Then
        assertUnreachable(refusal, "CERTIFICATE");
        assertThat(directory().check()).isEmpty();
    }

    @Test
    void certificateThatIsNotTrustedIsRefused_R_EVT_31034(@TempDir Path folder) throws Exception {
        // Given
        Path other = TestCertificate.in(folder, "localhost").pem();

        // Then
        assertUnreachable(
                inTime(() -> directory(SambaConfig.of(domain).trusting(other))
                        .check()
                        .orElseThrow()),
                "CERTIFICATE");
        assertUnreachable(
                inTime(() ->
                        directory(SambaConfig.of(domain).trusting(null)).check().orElseThrow()),
                "CERTIFICATE");
    }

    @Test
    void nextDomainControllerTakesOverFromOneThatIsDown_R_EVT_31034() throws Exception {
        // Given
        String dn = person();
        OnPremisesDirectory directory = directory(SambaConfig.of(domain).at(ANOTHER, domain.url()));

        // Then
        assertThat(inTime(() -> reset(directory, dn, NEW))).isEmpty();
        assertThat(signsIn(dn, NEW)).isTrue();
        assertThat(directory.look(anchor(dn), NEW, domain.url()).proof()).isEqualTo(Proof.IN_FORCE);
    }

    @Test
    void nextDomainControllerTakesOverFromOneThatIsFrozen_R_EVT_31034() throws Exception {
        try (ServerSocket silent = new ServerSocket(636, 5, InetAddress.getByName("127.0.0.6"))) {
            // Given
            String dn = person();
            OnPremisesDirectory directory = directory(SambaConfig.of(domain).at(ANOTHER, domain.url()));

            // Then
            assertThat(silent.isBound()).isTrue();
            assertThat(inTime(() -> reset(directory, dn, NEW))).isEmpty();
            assertThat(signsIn(dn, NEW)).isTrue();
        }
    }

    @Test
    void directoryWithoutPolicyHintsIsRefusedUnlessAllowed_R_EVT_6329b() throws Exception {
        // Given
        String dn = person();
        OnPremisesDirectory strict = directory(SambaConfig.of(domain).requiringPolicyHints());

        // Then
        assertThat(strict.check().map(Refusal::verdict)).contains(WritebackVerdict.POLICY_CONTROL_MISSING);
        assertThat(verdictOnReset(strict, dn)).isEqualTo(WritebackVerdict.POLICY_CONTROL_MISSING);
        assertThat(signsIn(dn, Secret.of(OLD))).isTrue();
    }

    @Test
    void wrongServicePasswordIsAFaultOfTheConfiguration_R_EVT_32005() {
        // Given
        SambaConfig config = SambaConfig.of(domain);

        // Then
        assertThat(directory(config.signingInAs(config.bindDn(), "wrong")).check())
                .map(Refusal::verdict)
                .contains(WritebackVerdict.AGENT_CONFIGURATION);
    }

    private static void assertUnreachable(Refusal refusal, String cause) {
        assertThat(refusal.verdict()).isEqualTo(WritebackVerdict.DIRECTORY_UNREACHABLE);
        assertThat(refusal.evidence()).containsEntry("cause", cause);
    }

    private static <T> T inTime(Callable<T> question) throws Exception {
        Instant before = Instant.now();
        T answer = question.call();
        assertThat(Duration.between(before, Instant.now())).isLessThan(LONGEST);
        return answer;
    }
}
