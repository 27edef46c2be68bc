package io.sspr.sandbox.measure;

import io.sspr.sandbox.CannotStartException;
import io.sspr.sandbox.directory.LargeDirectory;
import io.sspr.sandbox.launch.RunningSystem;
import io.sspr.sandbox.launch.ServiceProcess;
import io.sspr.sandbox.tour.Tour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how a large directory is taken over on the machine at hand: how long a full run takes, from the start of the agent until reset-service has
 * everything, how long it takes until a few changes have arrived, and how much memory both needed at most. The directory is a process of its own.
 */
public final class MeasureSync {
    private static final int USERS = 100_000;
    private static final int CHANGES = 100;
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(60);
    private static final long LOOK_AGAIN_AFTER_MILLISECONDS = 200;
    private static final double MEGABYTE = 1024 * 1024;
    private static final Pattern TAKEN_OVER =
            Pattern.compile("A directory was taken over: .* full=(true|false) accounts=(\\d+) groups=(\\d+)");
    private static final Pattern SYNCHRONISED =
            Pattern.compile("The directory was synchronised: .* accounts=[1-9]\\d* .* millis=(\\d+)");

    private final RunningSystem system;
    private final Tour tour;
    private final Path keys;

    /** @param keys folder with the directory's certificate */
    public MeasureSync(RunningSystem system, Tour tour, Path keys) {
        this.system = system;
        this.tour = tour;
        this.keys = keys;
    }

    public void print() throws InterruptedException {
        tour.seed();
        system.writebackAgent().stop();
        try (LargeDirectoryProcess directory = LargeDirectoryProcess.start(keys, USERS)) {
            ServiceProcess agent = system.writebackAgent()
                    .another(
                            "writeback-agent-sync",
                            system.ports().writebackAgent(),
                            Map.of(
                                    "SSPR_LDAP_URL", directory.url(),
                                    "SSPR_SYNC_ENABLED", "true",
                                    "SSPR_SYNC_EVERY", EVERY.toString()));
            try {
                // Lines of a former measurement would be taken for this one's.
                Files.deleteIfExists(agent.log());
                measure(directory, agent);
            } catch (IOException inTheWay) {
                throw new UncheckedIOException(inTheWay);
            } finally {
                agent.close();
            }
        }
    }

    private void measure(LargeDirectoryProcess directory, ServiceProcess agent) throws InterruptedException {
        System.out.printf(
                "%nSynchronisation of %d users and %d groups:%n", USERS, USERS / LargeDirectory.USERS_PER_GROUP);
        long began = System.nanoTime();
        agent.start();
        Matcher full = await(system.resetService(), TAKEN_OVER, 1);
        System.out.printf(
                "  %-50s %6.1f min   (%s users; read and told in %.1f min)%n",
                "everything, from the agent's start until taken over",
                secondsSince(began) / 60,
                full.group(2),
                millis(agent, 1) / 60_000.0);

        began = System.nanoTime();
        directory.change(CHANGES);
        Matcher changed = await(system.resetService(), TAKEN_OVER, 2);
        System.out.printf(
                "  %-50s %6.1f s     (%s users; read and told in %.1f s, looked for every %d s)%n",
                CHANGES + " changes, until taken over",
                secondsSince(began),
                changed.group(2),
                millis(agent, 2) / 1_000.0,
                EVERY.toSeconds());
        System.out.printf("  Peak of resident memory:%n");
        for (ServiceProcess service : new ServiceProcess[] {system.resetService(), agent}) {
            System.out.printf("    %-24s %4.0f MB%n", service.name(), service.peakMemory() / MEGABYTE);
        }
    }

    private static long millis(ServiceProcess agent, int run) throws InterruptedException {
        return Long.parseLong(await(agent, SYNCHRONISED, run).group(1));
    }

    /** The nth line of a log that matches, once it is there. */
    private static Matcher await(ServiceProcess service, Pattern wanted, int nth) throws InterruptedException {
        long giveUp = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        while (System.nanoTime() < giveUp) {
            Matcher line = find(service.log(), wanted, nth);
            if (line != null) {
                return line;
            }
            Thread.sleep(LOOK_AGAIN_AFTER_MILLISECONDS);
        }
        throw new CannotStartException("The synchronisation did not end; see " + service.log());
    }

    private static Matcher find(Path log, Pattern wanted, int nth) {
        try {
            int seen = 0;
            for (String line : Files.readAllLines(log)) {
                Matcher match = wanted.matcher(line);
                if (match.find() && ++seen == nth) {
                    return match;
                }
            }
            return null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
