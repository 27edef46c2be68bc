package io.sspr.sandbox.launch;

import io.sspr.sandbox.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One packaged service as a process of its own, which can be stopped, killed and started again. Thread-safe. */
public final class ServiceProcess {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_AFTER_MILLISECONDS = 50;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path jar;
    private final int port;
    private final Path log;
    private final Map<String, String> environment;
    private Process process;
    private volatile Duration startedIn = Duration.ZERO;
    private boolean closed;

    ServiceProcess(String name, Path jar, int port, Path log, Map<String, String> environment) {
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.log = log;
        this.environment = Map.copyOf(environment);
    }

    public String name() {
        return name;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where everything it prints goes. */
    public Path log() {
        return log;
    }

    /**
     * Starts it and returns once it is ready to serve.
     *
     * @throws CannotStartException if it ends or is not ready in time
     */
    public void start() {
        long began = System.nanoTime();
        Process started = launch();
        try {
            awaitReady(started, began + READY_WITHIN.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("Interrupted while " + name + " was starting.", interrupted);
        }
        startedIn = Duration.ofNanos(System.nanoTime() - began);
    }

    /** Asks it to end and waits until it has; kills it if it does not. */
    public void stop() {
        Process running = current();
        running.destroy();
        if (!hasEnded(running, STOPPED_WITHIN)) {
            kill();
        }
    }

    /** Ends it at once, as a power cut would (SIGKILL). */
    public void kill() {
        Process running = current();
        running.destroyForcibly();
        hasEnded(running, STOPPED_WITHIN);
    }

    public void restart() {
        stop();
        start();
    }

    public long pid() {
        return current().pid();
    }

    /** From launch to readiness, the last time. */
    public Duration startedIn() {
        return startedIn;
    }

    /** Memory it occupies, in bytes (VmRSS); only Linux tells. */
    public long residentMemory() {
        return memory("VmRSS:");
    }

    /** The most memory that it has occupied, in bytes (VmHWM); only Linux tells. */
    public long peakMemory() {
        return memory("VmHWM:");
    }

    private long memory(String which) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                    .filter(line -> line.startsWith(which))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /**
     * Another process of the same service, not yet started.
     *
     * @param changes to the environment of this one, SSPR_HTTP_PORT included
     */
    public ServiceProcess another(String otherName, int otherPort, Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(changes);
        return new ServiceProcess(otherName, jar, otherPort, log.resolveSibling(otherName + ".log"), changed);
    }

    /** Ends it for good: it cannot be started any more. */
    public void close() {
        synchronized (this) {
            closed = true;
            if (process == null) {
                return;
            }
        }
        stop();
    }

    private synchronized Process launch() {
        if (closed || (process != null && process.isAlive())) {
            throw new IllegalStateException(name + " is " + (closed ? "closed" : "running"));
        }
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().putAll(environment);
        // The C library would otherwise keep a pool of memory per thread, which only ever grows.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
            return process;
        } catch (IOException failed) {
            throw new CannotStartException("Cannot run " + String.join(" ", command()), failed);
        }
    }

    private List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xmx128m",
                "-Xss512k",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString());
    }

    private void awaitReady(Process started, long deadline) throws InterruptedException {
        while (!isReady()) {
            if (started.waitFor(LOOK_AGAIN_AFTER_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                throw new CannotStartException(name + " ended with exit code " + started.exitValue()
                        + " instead of becoming ready; see " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStartException(
                        name + " is not ready after " + READY_WITHIN.toSeconds() + " s; see " + log);
            }
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(address().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private synchronized Process current() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    private static boolean hasEnded(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
