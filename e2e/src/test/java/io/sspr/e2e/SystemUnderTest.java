package io.sspr.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.Ports;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.launch.RunningSystem;
import io.sspr.sandbox.tour.Addresses;
import io.sspr.sandbox.tour.ResetClient;
import io.sspr.sandbox.tour.Stop;
import io.sspr.sandbox.tour.Stop.End;
import io.sspr.sandbox.tour.Stop.Result;
import io.sspr.sandbox.tour.Tour;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The whole system, started once for all journeys of a test run: real broker, real database, packaged services as processes. */
public final class SystemUnderTest {
    static final Path FOLDER = Path.of("target", "system").toAbsolutePath();

    private static final Ports PORTS = new Ports(18080);
    private static final Ports PORTS_IN_DOMAIN = new Ports(18180);
    private static SystemUnderTest started;
    private static SystemUnderTest startedInDomain;

    private final RunningSystem system;
    private final Addresses addresses;
    private final Tour tour;
    private final Map<Stop, Result> walked = new HashMap<>();
    private List<Stop> stops;

    private SystemUnderTest(Ports ports, DirectoryKind kind) {
        system = RunningSystem.start(ports, FOLDER, kind);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        addresses = Addresses.of(ports, Map.of(), kind);
        tour = new Tour(addresses, system.keys().folder(), system.onboardingToken(), kind);
        tour.seed();
    }

    public static synchronized SystemUnderTest get() {
        if (started == null) {
            started = new SystemUnderTest(PORTS, DirectoryKind.SIMULATED);
        }
        return started;
    }

    /** The same with a real domain behind the agent. */
    static synchronized SystemUnderTest inDomain() {
        if (startedInDomain == null) {
            startedInDomain = new SystemUnderTest(PORTS_IN_DOMAIN, DirectoryKind.SAMBA);
        }
        return startedInDomain;
    }

    /** A demo account in its initial state, and not blocked. */
    public DemoAccount seeded(String name) {
        DemoAccount account = DemoAccounts.named(name);
        tour.seed(account);
        return account;
    }

    /** The rows of the tour, from their initial state on. */
    synchronized List<Stop> stops() {
        if (stops == null) {
            tour.seed();
            stops = tour.journeys().all();
        }
        return stops;
    }

    /** What came of a row. It is walked once in a run, since what users registered on the way outlives the seed. */
    synchronized Result walk(Stop stop) {
        Result result = walked.get(stop);
        if (result == null) {
            result = stop.walk().get();
            walked.put(stop, result);
        }
        return result;
    }

    /** What lets a demo account in with its first password, as headers. */
    public Map<String, String> signedIn(DemoAccount account) {
        return signedIn(account.upn(), account.initialPassword());
    }

    /** The headers of a tenant's administrator. */
    public Map<String, String> administratorOf(DemoTenant tenant) {
        return signedIn(tenant.administrator(), DemoTenant.ADMINISTRATOR_PASSWORD);
    }

    private Map<String, String> signedIn(String userPrincipalName, String password) {
        String token = tour.staff()
                .signIn(userPrincipalName, password)
                .orElseThrow(() -> new IllegalStateException(userPrincipalName + " cannot sign in"));
        return bearer(token);
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    RunningSystem processes() {
        return system;
    }

    public Tour tour() {
        return tour;
    }

    public URI resetService() {
        return addresses.resetService();
    }

    public URI world() {
        return addresses.world();
    }

    URI auditService() {
        return addresses.auditService();
    }

    ResetClient client(DemoAccount account) {
        return new ResetClient(addresses.resetService(), account.language());
    }

    /** How many audit records of this flow tell of its good end; a password that was refused on the way is no end. */
    long successesOf(End end, DemoAccount account, String supportCode) {
        return ends(end, account, supportCode)
                .filter(audit -> audit.path("result").asText().equals("success"))
                .count();
    }

    /** How many audit records of this flow tell of a password that was reset, or was not. */
    long terminalRecords(DemoAccount account, String supportCode) {
        return ends(End.RESET, account, supportCode).count();
    }

    private Stream<JsonNode> ends(End end, DemoAccount account, String supportCode) {
        return StreamSupport.stream(audit(account, supportCode).spliterator(), false)
                .filter(audit -> audit.path("activityDisplayName").asText().equals(end.activity()));
    }

    JsonNode audit(DemoAccount account, String supportCode) {
        return tour.staff().audit(DemoTenant.of(account), supportCode);
    }
}
