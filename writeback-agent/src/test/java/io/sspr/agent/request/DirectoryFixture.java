package io.sspr.agent.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import io.sspr.agent.TestClock;
import io.sspr.agent.TestConfig;
import io.sspr.agent.directory.CheckAccount;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.TestDirectory;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An agent's side of a directory at noon of 1 March 2026, with no accounts yet. */
abstract class DirectoryFixture {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration VALIDITY = Duration.ofSeconds(30);
    static final byte[] ANCHOR = "0123456789abcdef".getBytes();
    static final long SET_LONG_AGO = 132223104000000000L;
    static final Secret NEW = Secret.of("Tr0ub4dor");
    static final Secret OLD = Secret.of(TestDirectory.OLD_PASSWORD);

    @TempDir
    Path folder;

    final TestClock clock = new TestClock(NOW);
    final List<Long> starts = new ArrayList<>();
    TestDirectory server;
    OnPremisesDirectory directory;
    CheckAccount checkAccount;

    @BeforeEach
    void start() throws Exception {
        server = TestDirectory.start(folder);
        directory = new OnPremisesDirectory(server.config(), clock);
        checkAccount = new CheckAccount(directory, clock);
    }

    @AfterEach
    void stop() {
        directory.close();
        server.close();
    }

    BringIntoForce bringIntoForce() {
        return new BringIntoForce(directory, checkAccount, clock);
    }

    Attempt first() {
        return Attempt.first(starts::add);
    }

    /** Valid for thirty seconds. */
    WritebackRequest request(Operation operation) {
        return WritebackRequest.of(
                operation,
                UUID.randomUUID(),
                TestConfig.TENANT,
                Base64.getEncoder().encodeToString(ANCHOR),
                clock.instant().plus(VALIDITY));
    }

    void assertInForce(Secret password) throws LDAPException {
        assertThat(server.signsIn("ehagens", password.reveal())).isTrue();
    }
}
