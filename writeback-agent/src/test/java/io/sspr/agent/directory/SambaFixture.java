package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sspr.agent.AgentConfig;
import io.sspr.contract.seal.Secret;
import io.sspr.contract.writeback.WritebackRequest.Operation;
import io.sspr.contract.writeback.WritebackVerdict;
import io.sspr.sandbox.samba.DomainController;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A real Active Directory domain, in which passwords have no minimum age, and an agent's side of it. */
@Tag("samba")
abstract class SambaFixture {
    static final String OLD = "Old-Passw0rd!";
    static final Secret NEW = Secret.of("N\"eue-Größe€日本1");

    private static final String ADDRESS = "127.0.0.5";
    private static final AtomicInteger NAMES = new AtomicInteger();

    static DomainController domain;

    private final List<OnPremisesDirectory> opened = new ArrayList<>();

    /** A write in the way that the agent does it. */
    @FunctionalInterface
    interface Write {
        void to(DirectoryAccount account) throws DirectoryException;
    }

    @BeforeAll
    static void startDomain(@TempDir Path folder) {
        Assumptions.assumeThat(DomainController.isInstalled()).isTrue();
        domain = DomainController.start(folder, ADDRESS);
        domain.tool("domain", "passwordsettings", "set", "--min-pwd-age=0", "--account-lockout-threshold=3");
    }

    @AfterAll
    static void stopDomain() {
        if (domain != null) {
            domain.close();
        }
    }

    @AfterEach
    void closeDirectories() {
        opened.forEach(OnPremisesDirectory::close);
    }

    /** The agent's side of the domain, which cannot do without the policy-hints control only if it is told so. */
    OnPremisesDirectory directory() {
        return directory(SambaConfig.of(domain));
    }

    OnPremisesDirectory directory(AgentConfig config) {
        OnPremisesDirectory directory = new OnPremisesDirectory(config, Clock.systemUTC());
        opened.add(directory);
        return directory;
    }

    /** Adds somebody whose password is {@link #OLD}; returns the DN. */
    static String person() {
        return domain.createUser("user" + NAMES.incrementAndGet(), "Erin M. Hagens", OLD);
    }

    /** Writes unless the agent itself refuses. */
    static Optional<Refusal> attempt(
            OnPremisesDirectory directory, Operation operation, byte[] anchor, Secret password, Write write) {
        try {
            DirectoryAccount account = directory.find(anchor);
            Optional<Refusal> refusal =
                    new CheckAccount(directory, Clock.systemUTC()).check(operation, account, password);
            if (refusal.isEmpty()) {
                write.to(account);
            }
            return refusal;
        } catch (DirectoryException e) {
            return Optional.of(e.refusal());
        }
    }

    static Optional<Refusal> reset(OnPremisesDirectory directory, String dn, Secret password) {
        return attempt(
                directory,
                Operation.RESET,
                anchor(dn),
                password,
                account -> directory.setPassword(account, password, false));
    }

    /** What the agent refuses a reset with, or the directory after the agent let it pass. */
    static WritebackVerdict verdictOnReset(OnPremisesDirectory directory, String dn) {
        return reset(directory, dn, NEW).orElseThrow().verdict();
    }

    static Refusal refusalOfFinding(OnPremisesDirectory directory, byte[] anchor) {
        return catchThrowableOfType(DirectoryException.class, () -> directory.find(anchor))
                .refusal();
    }

    static byte[] anchor(String dn) {
        return domain.accounts().bytes(dn, "objectGUID");
    }

    static boolean signsIn(String dn, Secret password) {
        return domain.accounts().signsIn(dn, password.reveal());
    }
}
