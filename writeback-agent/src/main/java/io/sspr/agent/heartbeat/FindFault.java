package io.sspr.agent.heartbeat;

import io.sspr.agent.AgentConfig;
import io.sspr.agent.directory.OnPremisesDirectory;
import io.sspr.agent.directory.Refusal;
import io.sspr.agent.key.KeyRing;
import io.sspr.contract.writeback.WritebackVerdict;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The agent's look at itself. Source: R-WB-22, R-WB-15, R-EVT-32004, R-EVT-32005. */
@Singleton
class FindFault {
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final int LONGEST_BIND_PASSWORD = 256;

    private final List<Supplier<Optional<Fault>>> checks;

    @Inject
    FindFault(KeyRing keys, OnPremisesDirectory directory, AgentConfig config) {
        this(keys, directory::check, config.ldap().bindPassword().length());
    }

    FindFault(KeyRing keys, Supplier<Optional<Refusal>> directory, int bindPasswordLength) {
        checks = List.of(
                () -> keys.fault().map(Fault::ofConfiguration),
                () -> bindPassword(bindPasswordLength),
                () -> directory.get().flatMap(Fault::of),
                () -> mismatch(keys));
    }

    /** The first one found; empty if a writeback would go through as far as can be told. */
    Optional<Fault> find() {
        return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Fault> bindPassword(int length) {
        return length > LONGEST_BIND_PASSWORD
                ? Optional.of(Fault.ofConfiguration("SSPR_LDAP_BIND_PASSWORD is longer than " + LONGEST_BIND_PASSWORD
                        + " characters (hr=800700CE)."))
                : Optional.empty();
    }

    private static Optional<Fault> mismatch(KeyRing keys) {
        return keys.hasMissedWithin(RECENT) ? Fault.of(Refusal.of(WritebackVerdict.KEY_MISMATCH)) : Optional.empty();
    }
}
