package io.sspr.sandbox.samba;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes of one running Samba: a master and its children, all known by their ids. Samba ends by itself when the
 * JVM that started it does, since it reads its standard input. Used by one thread.
 */
final class DomainProcess {
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_AFTER_MILLISECONDS = 20;

    private final Process master;

    private DomainProcess(Process master) {
        this.master = master;
    }

    static DomainProcess start(List<String> command, Path log) {
        try {
            return new DomainProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean isAlive() {
        return master.isAlive();
    }

    /** Freezes all of it: connections stay open and nothing is answered (SIGSTOP). */
    void pause() {
        signal("-STOP", all());
    }

    /** Lets it go on where it was frozen. */
    void resume() {
        signal("-CONT", all());
    }

    /** Ends all of it at once, as a power cut would (SIGKILL), and waits until nothing is left. */
    void kill() {
        List<ProcessHandle> all = all();
        signal("-KILL", all);
        long deadline = System.nanoTime() + ENDED_WITHIN.toNanos();
        while (all.stream().anyMatch(DomainProcess::isRunning)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Samba did not end: pid=" + master.pid());
            }
            pauseBriefly();
        }
    }

    private List<ProcessHandle> all() {
        List<ProcessHandle> all = new ArrayList<>();
        all.add(master.toHandle());
        master.descendants().forEach(all::add);
        return all;
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.stream().map(each -> Long.toString(each.pid())).forEach(command::add);
        try {
            // That one of them has ended meanwhile is no failure.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A dead process that nobody has taken note of yet is not running. */
    private static boolean isRunning(ProcessHandle process) {
        Path state = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(state)) {
            return lines.noneMatch(line -> line.startsWith("State:") && line.contains("Z"));
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
    }

    static void pauseBriefly() {
        try {
            Thread.sleep(LOOK_AGAIN_AFTER_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Samba was starting or ending.", interrupted);
        }
    }
}
