package io.sspr.sandbox;

import io.sspr.sandbox.keys.DemoKeys;
import io.sspr.sandbox.launch.Infrastructure;
import io.sspr.sandbox.launch.LaunchDomain;
import io.sspr.sandbox.launch.Project;
import io.sspr.sandbox.launch.RunningSystem;
import io.sspr.sandbox.launch.WorkFolder;
import io.sspr.sandbox.measure.Measure;
import io.sspr.sandbox.measure.MeasureSync;
import io.sspr.sandbox.tour.Addresses;
import io.sspr.sandbox.tour.Tour;
import io.sspr.sandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * The program: the whole system on one machine, or one part of it. Ctrl-C ends everything it started and leaves
 * nothing but logs.
 */
public final class Sandbox {
    // Once Ctrl-C is on its way, whatever was just starting fails: nobody wants to read that.
    private static volatile boolean ending;

    private final Command command;
    private final WorkFolder work;

    private Sandbox(Command command) {
        this.command = command;
        this.work = new WorkFolder(Project.folderOfSandbox().resolve("sandbox"), command.ports());
    }

    /** Exit code 0, or 1 if it could not start or the tour, asked for alone, met something wrong. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> {
            if (!ending) {
                bug.printStackTrace();
            }
            // Threads of the broker would keep a process alive that is of no use any more.
            System.exit(1);
        });
        try {
            System.exit(new Sandbox(Command.of(arguments)).run());
        } catch (CannotStartException reason) {
            if (!ending) {
                System.err.println(reason.getMessage());
            }
            System.exit(1);
        }
    }

    private int run() throws IOException, InterruptedException {
        return switch (command.mode()) {
            case EVERYTHING -> runEverything();
            case WORLD -> runWorld();
            case INFRASTRUCTURE -> runInfrastructure();
            case DOMAIN_CONTROLLER -> runDomainController();
            case TOUR -> takeTour();
            case MEASURE -> measure();
            case MEASURE_SYNC -> measureSync();
        };
    }

    private int runEverything() throws InterruptedException {
        Logs.intoFile(work.log("sandbox"));
        RunningSystem system = new RunningSystem(command.ports(), work, command.directory());
        atExit(system::close);
        system.start();
        printAddresses();
        Welcome welcome = new Welcome(command.ports());
        System.out.print(welcome.pages());
        if (command.tour()) {
            takeTour();
            // The table of the tour is longer than a screen.
            System.out.print(welcome.pages() + welcome.signIns());
        }
        System.out.println("Everything stays up until Ctrl-C.");
        return stayUp();
    }

    private int runWorld() throws InterruptedException {
        Logs.quiet();
        Ports ports = command.ports();
        Ports.requireFree(ports.ofWorld());
        Path keys = keys();
        DemoKeys.in(keys);
        Parts parts = new Parts();
        atExit(parts::close);
        InetAddress everywhere = new InetSocketAddress(0).getAddress();
        new World(parts, everywhere, ports, keys, hostName(), Clock.systemUTC());
        System.out.println("READY");
        return stayUp();
    }

    private int runInfrastructure() throws IOException {
        Logs.intoFile(work.log("infrastructure"));
        Ports.requireFree(command.ports().ofInfrastructure());
        work.prepare();
        Parts parts = new Parts();
        atExit(() -> {
            parts.close();
            work.removeData();
        });
        new Infrastructure(parts, command.ports(), work).await();
        System.out.println("READY");
        while (System.in.read() >= 0) {
            // Whoever started this says nothing; the end of the stream says that it is gone.
        }
        return 0;
    }

    /** What it holds is kept in its folder, for the next time. */
    private int runDomainController() throws InterruptedException {
        Logs.quiet();
        Parts parts = new Parts();
        atExit(parts::close);
        parts.add(LaunchDomain.launchForOthers(work.domain(), keys())::close);
        System.out.println("READY");
        return stayUp();
    }

    private int measure() {
        Logs.intoFile(work.log("sandbox"));
        RunningSystem system = new RunningSystem(command.ports(), work, command.directory());
        atExit(system::close);
        system.start();
        new Measure(system, tour()).print();
        return 0;
    }

    private int measureSync() throws InterruptedException {
        Logs.intoFile(work.log("sandbox"));
        RunningSystem system = new RunningSystem(command.ports(), work, command.directory());
        atExit(system::close);
        system.start();
        new MeasureSync(system, tour(), keys()).print();
        return 0;
    }

    private int takeTour() {
        return tour().take() ? 0 : 1;
    }

    private Tour tour() {
        Addresses addresses = Addresses.of(command.ports(), System.getenv(), command.directory());
        return new Tour(addresses, keys(), onboardingToken(), command.directory());
    }

    private void printAddresses() {
        Ports ports = command.ports();
        System.out.printf(
                """
                HTTP API          http://localhost:%d/q/openapi
                Audit log         http://localhost:%d/q/openapi
                Directory         %s
                PostgreSQL        localhost:%d
                Kafka             localhost:%d
                Logs              %s
                Token file        %s  (the agent looks there until it is onboarded)
                """,
                ports.resetService(),
                ports.auditService(),
                Addresses.of(ports, System.getenv(), command.directory()).directory(),
                ports.postgres(),
                ports.kafka(),
                work.logs(),
                work.onboardingToken());
    }

    private Path keys() {
        String folder = System.getenv("SSPR_KEYS");
        return folder == null ? work.keys() : Path.of(folder);
    }

    private Path onboardingToken() {
        String file = System.getenv("SSPR_ONBOARDING_TOKEN_FILE");
        return file == null ? work.onboardingToken() : Path.of(file);
    }

    private static String hostName() {
        String host = System.getenv("SSPR_WORLD_HOST");
        return host == null ? "localhost" : host;
    }

    private static void atExit(Runnable closing) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            ending = true;
                            closing.run();
                        },
                        "sandbox-end"));
    }

    private static int stayUp() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }
}
