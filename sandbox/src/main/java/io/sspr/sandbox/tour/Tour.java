package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.demo.DemoAccount;
import io.sspr.sandbox.demo.DemoTenant;
import io.sspr.sandbox.tour.Stop.End;
import io.sspr.sandbox.tour.Stop.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** Leads a newcomer through the running system: one journey per outcome over plain HTTP, printed as a table. */
public final class Tour {
    private static final Duration AUDITED_WITHIN = Duration.ofSeconds(10);
    private static final Duration AGENT_BEATS_WITHIN = Duration.ofSeconds(30);
    private static final Duration AGENT_ONBOARDS_WITHIN = Duration.ofSeconds(60);
    private static final String ROW = "%-32s %-48s %-36s %-36s %-36s %6s  %s%n";

    private final Outside outside;
    private final Staff staff;
    private final Seed seed;
    private final OnboardAgent onboardAgent;
    private final Journeys journeys;
    private final Path keys;
    private final URI resetService;
    private final ConcurrentMap<String, String> secretsUsed = new ConcurrentHashMap<>();

    /**
     * A tour of one system, beside whose agent it is taken.
     *
     * @param keys folder with the set-up token, public keys of agents that do not live, and the directory's certificate
     * @param onboardingToken the file in which the agent looks for a token
     */
    public Tour(Addresses addresses, Path keys, Path onboardingToken) {
        this(addresses, keys, onboardingToken, DirectoryKind.SIMULATED);
    }

    /** As above, with that directory. */
    public Tour(Addresses addresses, Path keys, Path onboardingToken, DirectoryKind kind) {
        this(addresses, keys, new TokenFile(onboardingToken)::write, kind);
    }

    /** @param handOver brings an onboarding token to the agent */
    public Tour(Addresses addresses, Path keys, Consumer<String> handOver) {
        this(addresses, keys, handOver, DirectoryKind.SIMULATED);
    }

    private Tour(Addresses addresses, Path keys, Consumer<String> handOver, DirectoryKind kind) {
        this.keys = keys;
        this.resetService = addresses.resetService();
        this.outside = new Outside(addresses.world(), addresses.directory(), keys.resolve(kind.certificate()), kind);
        this.staff = new Staff(addresses.resetService(), addresses.auditService(), setupToken());
        this.seed = new Seed(staff, outside, keys);
        Consumer<String> noted = token -> secretsUsed.put(token, "an onboarding token");
        this.onboardAgent = new OnboardAgent(staff, noted.andThen(handOver), AGENT_BEATS_WITHIN, AGENT_ONBOARDS_WITHIN);
        this.journeys = new Journeys(
                addresses.resetService(), outside, new Phones(addresses.world()), staff, seed, secretsUsed);
    }

    /** Walks through and prints the table; false if a row was not as it should be. */
    public boolean take() {
        seed();
        PrintStream out = System.out;
        out.printf(ROW, "user", "what was tried", "expected", "got", "support code", "ms", "");
        List<Stop> stops = journeys.all();
        List<Result> results = new ArrayList<>();
        boolean allWell = true;
        for (Stop stop : stops) {
            Result result = walk(stop);
            boolean well = result.got().equals(stop.expected());
            allWell &= well;
            results.add(result);
            out.printf(
                    ROW,
                    stop.user(),
                    stop.tried(),
                    stop.expected(),
                    result.got(),
                    result.supportCode(),
                    result.millis(),
                    well ? "ok" : "NOT AS EXPECTED");
        }
        allWell &= isAudited(stops, results);
        out.printf("%d journeys, %s.%n", stops.size(), allWell ? "all as expected" : "NOT all as expected");
        return allWell;
    }

    /**
     * Returns accounts, groups, settings and on-premises objects to their initial state, lets go whoever is blocked, onboards the agent unless it is
     * onboarded already, and waits until it is known to be there.
     */
    public void seed() {
        seed.everything();
        onboardAgent.onboard(DemoTenant.CONTOSO);
        awaitAgent();
    }

    /** Returns one account, the settings of its tenant and all on-premises objects to their initial state, and lets it go if it is blocked. */
    public void seed(DemoAccount account) {
        seed.one(account);
    }

    public Journeys journeys() {
        return journeys;
    }

    public Outside outside() {
        return outside;
    }

    public Staff staff() {
        return staff;
    }

    /** Every password and code that was used so far; none of them may be found in any topic, table or log. */
    public ConcurrentMap<String, String> secretsUsed() {
        return secretsUsed;
    }

    private static Result walk(Stop stop) {
        try {
            return stop.walk().get();
        } catch (IllegalStateException | UncheckedIOException e) {
            return new Result(e.getMessage(), null, 0);
        }
    }

    /** Whatever was wrong with the directory is over with the agent's next heartbeat. */
    private void awaitAgent() {
        long giveUp = System.nanoTime() + AGENT_BEATS_WITHIN.toNanos();
        ResetClient probe = new ResetClient(resetService, "en");
        while (probe.begin("frida@contoso.example").status() != 201 && System.nanoTime() < giveUp) {
            Outside.pause();
        }
        probe.cancel();
    }

    /** Every flow of the tour has its records, and a finished one exactly one record of its end. */
    private boolean isAudited(List<Stop> stops, List<Result> results) {
        boolean complete = true;
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            Result result = results.get(i);
            if (result.supportCode() != null && !awaitRecords(stop, result)) {
                System.out.printf(
                        "Not in the audit log within %d s: %s%n", AUDITED_WITHIN.toSeconds(), result.supportCode());
                complete = false;
            }
        }
        return complete;
    }

    private boolean awaitRecords(Stop stop, Result result) {
        long giveUp = System.nanoTime() + AUDITED_WITHIN.toNanos();
        do {
            JsonNode records = staff.audit(DemoTenant.of(stop.account()), result.supportCode());
            if (stop.succeeds() ? successes(stop.end(), records) == 1 : !records.isEmpty()) {
                return true;
            }
            Outside.pause();
        } while (System.nanoTime() < giveUp);
        return false;
    }

    private static long successes(End end, JsonNode records) {
        long count = 0;
        for (JsonNode audit : records) {
            boolean isEnd = audit.path("activityDisplayName").asText().equals(end.activity());
            count += isEnd && audit.path("result").asText().equals("success") ? 1 : 0;
        }
        return count;
    }

    /** From the environment of a container, or from the file that the sandbox made. */
    private String setupToken() {
        String token = System.getenv("SSPR_SETUP_TOKEN");
        return token == null ? read("setup-token").strip() : token;
    }

    private String read(String name) {
        try {
            return Files.readString(keys.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The tour needs " + keys.resolve(name) + ", which cannot be read", e);
        }
    }
}
