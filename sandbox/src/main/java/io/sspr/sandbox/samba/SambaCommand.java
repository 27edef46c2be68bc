package io.sspr.sandbox.samba;

import io.sspr.sandbox.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one command of Samba's to its end. */
final class SambaCommand {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private SambaCommand() {}

    /**
     * Everything it printed.
     *
     * @param output where that is kept meanwhile
     * @throws IllegalStateException if it fails or takes longer than a minute; it does not quote the arguments, among
     *     which may be passwords
     */
    static String run(Path output, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name(command) + " takes too long.");
            }
            String said = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(name(command) + " failed: " + said);
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("Interrupted while " + name(command) + " was running.", interrupted);
        }
    }

    private static String name(List<String> command) {
        return String.join(" ", command.subList(0, Math.min(command.size(), 3)));
    }
}
