package io.sspr.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.Ports;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.launch.RunningSystem;
import io.sspr.sandbox.tour.Addresses;
import io.sspr.sandbox.tour.ResetClient;
import io.sspr.sandbox.tour.Tour;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The whole system, started once for all journeys of a test run: real broker, real database, packaged services as processes. */
final class SystemUnderTest {
    static final Path FOLDER = Path.of("target", "system").toAbsolutePath();

    private static final Ports PORTS = new Ports(18080);
    private static SystemUnderTest started;

    private final RunningSystem system;
    private final Addresses addresses;
    private final Tour tour;

    private SystemUnderTest() {
        system = RunningSystem.start(PORTS, FOLDER);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        addresses = Addresses.of(PORTS, Map.of());
        tour = new Tour(addresses, system.keys().folder());
        tour.seed();
    }

    static synchronized SystemUnderTest get() {
        if (started == null) {
            started = new SystemUnderTest();
        }
        return started;
    }

    /** A demo account in its initial state. */
    DemoAccount seeded(String name) {
        DemoAccount account = DemoAccounts.named(name);
        tour.seed(account);
        return account;
    }

    RunningSystem processes() {
        return system;
    }

    Tour tour() {
        return tour;
    }

    URI resetService() {
        return addresses.resetService();
    }

    URI world() {
        return addresses.world();
    }

    URI auditService() {
        return addresses.auditService();
    }

    ResetClient client(DemoAccount account) {
        return new ResetClient(addresses.resetService(), account.language());
    }

    /** How many audit records of this flow tell of a password that was reset, or was not. */
    long terminalRecords(DemoAccount account, String supportCode) {
        return StreamSupport.stream(audit(account, supportCode).spliterator(), false)
                .filter(audit -> audit.path("activityDisplayName").asText().equals("Reset password (self-service)"))
                .count();
    }

    JsonNode audit(DemoAccount account, String supportCode) {
        return tour.staff().audit(DemoTenant.of(account), supportCode);
    }
}
